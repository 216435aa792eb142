import { expect, test } from '@jest/globals';
import { signingKeyFromSeed } from '../ed25519.ts';
import { counting } from '../testing/hex.ts';
import { acceptRecord, encodeStoredRecord, readRecord, readStoredRecord, signRecord } from './record.ts';
import { parsePrivateRoomName, privateRoomName, roomIdOf } from './room-id.ts';

const fields = { mode: 'both', epoch: 3, expiresAtMs: 1_900_000_000_000 } as const;
const verifier = counting(50, 32);

async function signed(more: { epoch?: number; salt?: number; owner?: number } = {}) {
  const owner = await signingKeyFromSeed(counting(more.owner ?? 1, 32));
  const salt = counting(more.salt ?? 7, 16);
  return signRecord(owner, { ...fields, epoch: more.epoch ?? fields.epoch, salt, verifier });
}

test('says what its owner signed, under an id that follows from the key', async () => {
  const { record } = await signed();
  const read = await readRecord(record.bytes, await roomIdOf(record.ownerKey));
  expect(read).toMatchObject(fields);
  expect(read.salt).toEqual(counting(7, 16));
  expect(parsePrivateRoomName(privateRoomName(read.roomId))).toEqual(read.roomId);
});

test('is refused with any byte changed', async () => {
  const { record } = await signed();
  for (let at = 0; at < record.bytes.length; at += 1) {
    const changed = new Uint8Array(record.bytes);
    changed[at] = (changed[at] as number) ^ 1;
    const code = at === 0 ? 'unsupported_version' : 'record_invalid';
    await expect(readRecord(changed)).rejects.toMatchObject({ code });
  }
  await expect(readRecord(record.bytes.subarray(1))).rejects.toMatchObject({ code: 'malformed' });
});

test('is refused for the link of another room', async () => {
  const { record } = await signed();
  const other = await signed({ owner: 2 });
  await expect(readRecord(record.bytes, other.record.roomId)).rejects.toMatchObject({
    code: 'record_invalid',
  });
});

test('shows strangers nothing that a password could be tried against', async () => {
  const { record, secret } = await signed();
  expect(Buffer.from(record.bytes).includes(Buffer.from(secret.verifier))).toBe(false);
  const again = await signed();
  expect(again.record.commitment).not.toEqual(record.commitment);
});

test('holds the server to the verifier that its owner chose', async () => {
  const { record, secret } = await signed();
  const bytes = encodeStoredRecord(record, secret);
  expect(await readStoredRecord(bytes, record.roomId)).toEqual({ record, secret });
  bytes[160] = (bytes[160] as number) ^ 1;
  await expect(readStoredRecord(bytes)).rejects.toMatchObject({ code: 'record_invalid' });
  await expect(readStoredRecord(record.bytes)).rejects.toMatchObject({ code: 'malformed' });
});

test('never goes back, and ends when it says', async () => {
  const { record: known } = await signed();
  const { record: later } = await signed({ epoch: 4 });
  const { record: twin } = await signed({ salt: 8 });
  const { record: stranger } = await signed({ owner: 2, epoch: 9 });
  const at = { known, nowMs: 0 };
  expect(() => acceptRecord(known, at)).not.toThrow();
  expect(() => acceptRecord(later, at)).not.toThrow();
  expect(() => acceptRecord(known, { known: later, nowMs: 0 })).toThrow(
    expect.objectContaining({ code: 'record_rolled_back' }),
  );
  expect(() => acceptRecord(twin, at)).toThrow(expect.objectContaining({ code: 'record_rolled_back' }));
  expect(() => acceptRecord(stranger, at)).toThrow(expect.objectContaining({ code: 'record_invalid' }));
  expect(() => acceptRecord(known, { nowMs: fields.expiresAtMs })).toThrow(
    expect.objectContaining({ code: 'record_expired' }),
  );
});
