import type { Member, Privacy, Trust } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { keyMemory, markCompared } from './known-keys.ts';
import { trustIn } from './use-trust.ts';

const room = 'p-bbbbbbbbbbbbbbbbbbbbbbbbbb';
const ben = { id: 'b', name: 'Ben', key: '' } as Member;

function privacy(trust?: Trust, key = 'one'): Privacy {
  const members = new Map(trust ? [[ben.id, trust] as const] : []);
  const signingKeys = new Map(trust && trust !== 'unverified' ? [[ben.id, key] as const] : []);
  return { kind: 'private', safetyNumber: '', members, signingKeys, problems: [] };
}

test('nothing is said of somebody whose card was not looked at yet', () => {
  expect(trustIn(room, ben, privacy())).toBeUndefined();
});

test('whoever lacks the secret is not verified, whatever was compared before', () => {
  markCompared(room, ben, { key: 'one', compared: true });
  expect(trustIn(room, ben, privacy('unverified'))).toBe('unverified');
});

test('another key than last time shows until it is compared, though the room still says so', () => {
  keyMemory(room).keep(ben, 'one');
  expect(trustIn(room, ben, privacy('verified'))).toBe('verified');
  expect(trustIn(room, ben, privacy('changed', 'two'))).toBe('changed');
  markCompared(room, ben, { key: 'two', compared: true });
  expect(trustIn(room, ben, privacy('changed', 'two'))).toBe('compared');
  markCompared(room, ben, { key: 'two', compared: false });
  expect(trustIn(room, ben, privacy('changed', 'two'))).toBe('verified');
});
