import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textBytes } from '../bytes.ts';
import { newSigningKey, type SigningKey } from '../ed25519.ts';
import type { RoomKeys } from '../keys/key-schedule.ts';
import { privateLimits } from '../limits.ts';
import { checkProperty } from '../testing/check-property.ts';
import { counting, hex } from '../testing/hex.ts';
import { roomKeys } from '../testing/one-room.ts';
import { pad, unpad } from './padding.ts';
import { DataSealer, openData } from './sealed-data.ts';

let room: RoomKeys;
let signingKey: SigningKey;

beforeAll(async () => {
  room = await roomKeys();
  signingKey = await newSigningKey();
});

test('says who wrote it, what it is and where it stands in their order', async () => {
  const sealer = new DataSealer(room, room.history, { signingKey });
  await sealer.seal('reaction', new Uint8Array(0));
  const opened = await openData(await sealer.seal('chat', textBytes('good evening')), room, {
    secret: room.history,
  });
  expect(opened).toMatchObject({ kind: 'chat', sequence: 1, body: textBytes('good evening') });
  expect(opened.sender).toEqual(signingKey.publicKey);
});

test('two at once never share a nonce', async () => {
  const sealer = new DataSealer(room, room.history, { signingKey });
  const sealed = await Promise.all(Array.from({ length: 20 }, () => sealer.seal('chat', textBytes('same'))));
  const sequences = sealed.map((one) => hex(one.subarray(8, 16)));
  const texts = sealed.map((one) => hex(one.subarray(64, 128)));
  expect([new Set(sequences).size, new Set(texts).size]).toEqual([20, 20]);
});

test('two visits of one person share no key', async () => {
  const [one, other] = await Promise.all(
    [1, 2].map(() => new DataSealer(room, room.history, { signingKey }).seal('chat', textBytes('same'))),
  );
  expect(one?.subarray(64, 128)).not.toEqual(other?.subarray(64, 128));
});

test('all short messages are of one length', async () => {
  const sealer = new DataSealer(room, room.history, { signingKey });
  const lengths = [0, 1, 100, 252].map(
    async (length) => (await sealer.seal('chat', counting(0, length))).length,
  );
  expect(new Set(await Promise.all(lengths))).toEqual(new Set([64 + 256 + 16 + 64]));
});

test('is refused with any byte changed, elsewhere, or from somebody else', async () => {
  const sealed = await new DataSealer(room, room.history, { signingKey }).seal('chat', textBytes('hello'));
  for (let at = 0; at < sealed.length; at += 7) {
    const changed = new Uint8Array(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    await expect(openData(changed, room, { secret: room.history })).rejects.toMatchObject({
      name: 'CryptoError',
    });
  }
  const other = await roomKeys(counting(2, 32));
  await expect(openData(sealed, room, { secret: other.history })).rejects.toMatchObject({
    code: 'wrong_key',
  });
  await expect(openData(sealed, room, { secret: room.meta })).rejects.toMatchObject({ code: 'wrong_key' });
  const elsewhere = { roomId: counting(0, 16), epoch: 1 };
  await expect(openData(sealed, elsewhere, { secret: room.history })).rejects.toMatchObject({
    code: 'signature_invalid',
  });
  await expect(openData(sealed.subarray(0, 399), room, { secret: room.history })).rejects.toMatchObject({
    code: 'malformed',
  });
});

test('what goes beside it in the clear has to stay as it is', async () => {
  const sealer = new DataSealer(room, room.history, { signingKey });
  const sealed = await sealer.seal('chat', textBytes('yes'), textBytes('in reply to m1'));
  const secret = room.history;
  const open = (context: string) => openData(sealed, room, { secret, context: textBytes(context) });
  expect((await open('in reply to m1')).body).toEqual(textBytes('yes'));
  await expect(open('in reply to m2')).rejects.toMatchObject({ code: 'signature_invalid' });
});

test('has room for the longest message and not for more', async () => {
  const sealer = new DataSealer(room, room.history, { signingKey });
  const body = new Uint8Array(privateLimits.dataBytes);
  expect((await openData(await sealer.seal('file', body), room, { secret: room.history })).body).toHaveLength(
    body.length,
  );
  await expect(sealer.seal('file', new Uint8Array(body.length + 1))).rejects.toThrow(RangeError);
});

test('padding comes off again, and nothing else passes for it', async () => {
  await checkProperty(
    fc.property(fc.uint8Array({ maxLength: 700 }), (body) => {
      const padded = pad(body);
      expect(padded.length % 256).toBe(0);
      expect(unpad(padded)).toEqual(new Uint8Array(body));
    }),
  );
  await checkProperty(
    fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (padded) => {
      try {
        expect(pad(unpad(padded))).toEqual(new Uint8Array(padded));
      } catch (error) {
        expect(error).toMatchObject({ code: 'malformed' });
      }
    }),
  );
});
