import type { MemberId } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { KeyDebts } from './key-debts.ts';

const key = { generation: 1, step: 0 };
const ids = ['ann', 'bob', 'cat'] as MemberId[];
const [ann, bob, cat] = ids as [MemberId, MemberId, MemberId];

test('while some still answer, the others have not lost their letters', () => {
  const debts = new KeyDebts();
  for (const id of ids) debts.owe(id, key, { nowMs: 0, among: 3 });
  debts.paid(ann, key, 900);
  expect(debts.isDue(bob, 1_000)).toBe(false);
  debts.paid(bob, key, 1_800);
  expect(debts.isDue(cat, 2_799)).toBe(false);
  expect(debts.isDue(cat, 2_800)).toBe(true);
});

test('an answer about another key says nothing of this one', () => {
  const debts = new KeyDebts();
  debts.owe(ann, { generation: 0, step: 3 }, { nowMs: 0, among: 2 });
  debts.owe(bob, key, { nowMs: 0, among: 2 });
  debts.paid(ann, { generation: 0, step: 3 }, 900);
  expect(debts.isDue(bob, 1_000)).toBe(true);
});
