import type { Member } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { english } from '../i18n/english.ts';
import { formatter } from '../i18n/format.ts';
import { handNews } from './hand-news.ts';

const words = { t: english, format: formatter('en') };

function member(name: string, raisedAtMs?: number): Member {
  return { id: name, name, seat: 1, ...(raisedAtMs !== undefined && { hand: { raisedAtMs } }) } as Member;
}

function news(before: Member[], after: Member[], self = [member('Me'), member('Me')] as const) {
  return handNews({ self: self[0], members: before }, { self: self[1], members: after }, words);
}

test('names whose hand went up, in that order, and says nothing of those who lowered theirs', () => {
  const before = [member('Ada'), member('Ben'), member('Cleo', 5)];
  expect(news(before, [member('Ada', 20), member('Ben', 10), member('Cleo')])).toEqual([
    'Ben and Ada raised a hand',
  ]);
  expect(news(before, before)).toEqual([]);
});

test('a crowd of hands is a number', () => {
  const names = ['a', 'b', 'c', 'd'];
  expect(
    news(
      names.map((name) => member(name)),
      names.map((name) => member(name, 1)),
    ),
  ).toEqual(['4 hands were raised']);
});

test('one’s own hand says its place in the row', () => {
  const others = [member('Ada', 1)];
  expect(news(others, others, [member('Me'), member('Me', 2)])).toEqual(['Your hand is up, number 2']);
  expect(news(others, others, [member('Me', 2), member('Me')])).toEqual(['Your hand is down']);
});
