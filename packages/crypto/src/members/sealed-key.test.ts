import { beforeAll, expect, test } from '@jest/globals';
import type { Bytes } from '../bytes.ts';
import type { RoomKeys } from '../keys/key-schedule.ts';
import { counting } from '../testing/hex.ts';
import { member, roomKeys, type TestMember } from '../testing/one-room.ts';
import { openKey, sealedKeyBytes, sealKey } from './sealed-key.ts';
import { announceStep, readStep } from './step-notice.ts';

let room: RoomKeys;
let anna: TestMember;
let bob: TestMember;
let eve: TestMember;
let parcel: Bytes;
const key = { generation: 700, step: 9, baseKey: counting(60, 32) };

beforeAll(async () => {
  room = await roomKeys();
  [anna, bob, eve] = await Promise.all([member(room, 1), member(room, 2), member(room, 3)]);
  parcel = await sealKey({ from: anna.card, to: bob.card, signingKey: anna.signingKey, key });
});

const open = (bytes = parcel, from = anna, to = bob) =>
  openKey(bytes, { from: from.card, to: to.card, sealingKey: to.sealingKey });

test('reaches the one it is for', async () => {
  expect(parcel).toHaveLength(sealedKeyBytes);
  expect(await open()).toEqual(key);
});

test('is opened by nobody else, and passes for nobody else', async () => {
  await expect(open(parcel, anna, eve)).rejects.toMatchObject({ code: 'wrong_key' });
  await expect(open(parcel, eve, bob)).rejects.toMatchObject({ code: 'wrong_key' });
  const asBob = { ...eve, card: { ...eve.card, slot: 2 } };
  await expect(open(parcel, anna, asBob)).rejects.toMatchObject({ code: 'signature_invalid' });
});

test('is refused with any byte changed', async () => {
  for (let at = 0; at < parcel.length; at += 1) {
    const changed = new Uint8Array(parcel);
    changed[at] = (changed[at] as number) ^ 1;
    await expect(open(changed)).rejects.toMatchObject({ name: 'CryptoError' });
  }
});

test('is refused from who did not sign it, though they sealed it rightly', async () => {
  const forged = await sealKey({ from: anna.card, to: bob.card, signingKey: eve.signingKey, key });
  await expect(open(forged)).rejects.toMatchObject({ code: 'signature_invalid' });
});

test('is of no use in a later visit', async () => {
  const again = await member(room, 2);
  await expect(open(parcel, anna, again)).rejects.toMatchObject({ code: 'signature_invalid' });
});

test('a step is believed from its sender alone', async () => {
  const notice = await announceStep(anna.card, anna.signingKey, key);
  expect(await readStep(notice, anna.card)).toEqual({ generation: 700, step: 9 });
  const forged = await announceStep(anna.card, eve.signingKey, key);
  await expect(readStep(forged, anna.card)).rejects.toMatchObject({ code: 'signature_invalid' });
  await expect(readStep(notice, bob.card)).rejects.toMatchObject({ code: 'wrong_key' });
  await expect(readStep(notice.subarray(1), anna.card)).rejects.toMatchObject({ code: 'malformed' });
});

test('nothing is sealed to a key with which everybody would agree on the same secret', async () => {
  for (const first of [0, 1]) {
    const to = { ...bob.card, sealingKey: new Uint8Array(32).with(0, first) };
    const sealing = sealKey({ from: anna.card, to, signingKey: anna.signingKey, key });
    await expect(sealing).rejects.toMatchObject({ code: 'card_invalid' });
  }
});
