import type { Member, Vote } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { endedVotes } from './vote-news.ts';

const member = (name: string) => ({ id: name, name }) as Member;
const vote = (memberId: string): Vote => ({ memberId, agreed: 1, needed: 3 });
const moment = (names: string[], votes: Vote[]) => ({
  self: member('Me'),
  members: names.map(member),
  votes,
});

test('tells which votes ended, and who stays', () => {
  const before = moment(['Ada', 'Ben'], [vote('Ada'), vote('Ben'), vote('Me')]);
  expect(endedVotes(before, moment(['Ada'], [vote('Me')]))).toEqual([
    { memberId: 'Ada', name: 'Ada' },
    { memberId: 'Ben', name: undefined },
  ]);
});

test('a vote that begins, or goes on, is no end', () => {
  const before = moment(['Ada'], [vote('Ada')]);
  expect(endedVotes(before, moment(['Ada'], [{ ...vote('Ada'), agreed: 2 }]))).toEqual([]);
  expect(endedVotes(moment(['Ada'], []), before)).toEqual([]);
});
