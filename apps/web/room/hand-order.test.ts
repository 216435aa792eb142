import type { Member } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { handPlaces, raisedHands } from './hand-order.ts';

function member(id: string, seat: number, raisedAtMs?: number): Member {
  return { id, seat, ...(raisedAtMs !== undefined && { hand: { raisedAtMs } }) } as Member;
}

test('hands stand in the order in which they went up, and in one moment by seat', () => {
  const members = [
    member('a', 0, 30),
    member('b', 1),
    member('c', 2, 10),
    member('e', 4, 20),
    member('d', 3, 20),
  ];
  expect(raisedHands(members).map(({ id }) => id)).toEqual(['c', 'd', 'e', 'a']);
  expect(handPlaces(members)).toEqual(
    new Map([
      ['c', 1],
      ['d', 2],
      ['e', 3],
      ['a', 4],
    ]),
  );
});
