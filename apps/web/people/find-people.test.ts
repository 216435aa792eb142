import type { Member } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { findPeople, listOrder } from './find-people.ts';

function member(name: string, raisedAtMs?: number): Member {
  return { id: name, name, seat: 0, ...(raisedAtMs !== undefined && { hand: { raisedAtMs } }) } as Member;
}

const names = (people: readonly Member[]) => people.map(({ name }) => name);

test('raised hands come first in their order, then oneself, then the others as they came', () => {
  const others = [member('Ada'), member('Ben', 2), member('Cleo', 1)];
  expect(names(listOrder(member('Me'), others))).toEqual(['Cleo', 'Ben', 'Me', 'Ada']);
});

test('a few letters find a name, with its marks or without', () => {
  const people = ['Nguyễn Đức', 'Zoë', 'ANA', '李雷'].map((name) => member(name));
  expect(names(findPeople(people, 'nguyen duc'))).toEqual(['Nguyễn Đức']);
  expect(names(findPeople(people, 'ễn'))).toEqual(['Nguyễn Đức']);
  expect(names(findPeople(people, 'ana '))).toEqual(['ANA']);
  expect(names(findPeople(people, '李'))).toEqual(['李雷']);
  expect(names(findPeople(people, ''))).toHaveLength(4);
  expect(names(findPeople(people, 'x'))).toEqual([]);
});
