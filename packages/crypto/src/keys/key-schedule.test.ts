import { expect, test } from '@jest/globals';
import type { RoomMode } from '../proof/record.ts';
import { counting, hex } from '../testing/hex.ts';
import { host } from '../testing/one-room.ts';
import { deriveRoomKeys } from './key-schedule.ts';

const record = { roomId: counting(1, 16), salt: counting(20, 16), epoch: 1 };
const stretched = counting(40, 32);
const linkSecret = counting(80, 32);

const verifierOf = async (changed: Parameters<typeof deriveRoomKeys>[0]) =>
  hex((await deriveRoomKeys(changed)).auth.publicKey);

test('gives the same keys for the same secret, and others for any other', async () => {
  const both = { host, record: { ...record, mode: 'both' as RoomMode }, stretched, linkSecret };
  const cases = [
    both,
    { ...both, host: 'other.example' },
    { ...both, stretched: counting(41, 32) },
    { ...both, linkSecret: counting(81, 32) },
    { ...both, record: { ...both.record, epoch: 2 } },
    { ...both, record: { ...both.record, roomId: counting(2, 16) } },
    { ...both, record: { ...both.record, salt: counting(21, 16) } },
    { host, record: { ...record, mode: 'password' as RoomMode }, stretched },
    { host, record: { ...record, mode: 'link' as RoomMode }, linkSecret },
  ];
  const verifiers = await Promise.all(cases.map(verifierOf));
  expect(new Set(verifiers).size).toBe(cases.length);
  expect(await verifierOf({ ...both })).toBe(verifiers[0]);
});

test('takes exactly the inputs that the mode asks for', async () => {
  const mode = (mode: RoomMode) => ({ host, record: { ...record, mode } });
  await expect(deriveRoomKeys({ ...mode('both'), stretched })).rejects.toThrow(TypeError);
  await expect(deriveRoomKeys({ ...mode('link'), stretched, linkSecret })).rejects.toThrow(TypeError);
  await expect(deriveRoomKeys(mode('password'))).rejects.toThrow(TypeError);
});

test('keeps every key where nobody can read it', async () => {
  const keys = await deriveRoomKeys({ host, record: { ...record, mode: 'link' }, linkSecret });
  for (const key of [keys.auth.privateKey, keys.memberMac, keys.history, keys.meta]) {
    expect(key.extractable).toBe(false);
  }
});
