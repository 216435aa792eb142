import { expect, test } from '@jest/globals';
import { serverMethods } from './methods.ts';
import { type Act, may, powers } from './powers.ts';
import { isBelow, Role } from './role.ts';

const acts = Object.keys(powers) as Act[];

test('every method has a cell for every role', () => {
  expect(acts).toEqual(expect.arrayContaining(Object.keys(serverMethods)));
  for (const act of acts) expect([act, Object.keys(powers[act])]).toEqual([act, Role.options]);
});

test.each(acts)(
  'nobody can do %s to whoever stands as high as they do, or higher, where it matters',
  (act) => {
    for (const role of Role.options) {
      if (powers[act][role] !== 'below') continue;
      for (const on of Role.options) {
        expect([role, on, may(act, { role, owned: true }, on)]).toEqual([role, on, isBelow(on, role)]);
      }
    }
  },
);

test('leaving and falling silent are everybody’s', () => {
  for (const act of ['leave', 'ping', 'setProducerPaused', 'closeProducer', 'setHand'] as const) {
    for (const role of Role.options) expect(may(act, { role, owned: true })).toBe(true);
  }
});

test('a vote is for rooms that nobody owns', () => {
  expect(may('voteToRemove', { role: 'speaker', owned: false })).toBe(true);
  expect(may('voteToRemove', { role: 'speaker', owned: true })).toBe(false);
});

test('who has no power over anybody knows without naming them', () => {
  expect(may('muteMember', { role: 'moderator', owned: true })).toBe(true);
  expect(may('muteMember', { role: 'speaker', owned: true })).toBe(false);
});
