import { beforeAll, expect, test } from '@jest/globals';
import { concat, textBytes } from '../bytes.ts';
import { sign } from '../ed25519.ts';
import type { RoomKeys } from '../keys/key-schedule.ts';
import { counting } from '../testing/hex.ts';
import { member, roomKeys, type TestMember } from '../testing/one-room.ts';
import { cardBytes, makeCard, readCard } from './member-card.ts';

let room: RoomKeys;
let anna: TestMember;

beforeAll(async () => {
  room = await roomKeys();
  anna = await member(room, 5);
});

test('is read by who knows the secret of the room', async () => {
  expect(await readCard(anna.card.bytes, room)).toEqual(anna.card);
  expect(anna.card.bytes).toHaveLength(cardBytes);
});

test('is refused with any byte changed, which is all that a server could do', async () => {
  for (let at = 0; at < cardBytes; at += 1) {
    const changed = new Uint8Array(anna.card.bytes);
    changed[at] = (changed[at] as number) ^ 1;
    await expect(readCard(changed, room)).rejects.toMatchObject({ code: 'card_invalid' });
  }
});

test('is refused in a room with another secret, and in another epoch', async () => {
  const other = await roomKeys(counting(2, 32));
  await expect(readCard(anna.card.bytes, other)).rejects.toMatchObject({ code: 'card_invalid' });
  const later = { ...room, epoch: 2 };
  await expect(readCard(anna.card.bytes, later)).rejects.toMatchObject({ code: 'card_invalid' });
});

test("is not made by a member with another member's signing key", async () => {
  const bob = await member(room, 6);
  const forged = concat(
    bob.card.bytes.subarray(0, 40),
    anna.card.signingKey,
    bob.card.bytes.subarray(72, 104),
  );
  const signed = concat(forged, await sign(bob.signingKey, concat(textBytes('earshot/1/card'), forged)));
  const label = textBytes('earshot/1/card-mac');
  const mac = await crypto.subtle.sign('HMAC', room.memberMac, concat(label, signed));
  const card = concat(signed, new Uint8Array(mac));
  await expect(readCard(card, room)).rejects.toMatchObject({ code: 'card_invalid' });
});

test('there is no slot beyond the last', async () => {
  const { signingKey, sealingKey } = anna;
  const card = { room, visit: counting(0, 16), signingKey, sealingKey: sealingKey.publicKey };
  await expect(makeCard({ ...card, slot: 1_024 })).rejects.toThrow(TypeError);
});
