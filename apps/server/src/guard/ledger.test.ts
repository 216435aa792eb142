import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { afterEach, expect, jest, test } from '@jest/globals';
import { Ledger } from './ledger.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

const budget = () => ({ free: 2, most: 4, perSecond: 0.5 });

test('what is free strains nobody, what is beyond does, and the rest waits', () => {
  const clock = new ManualClock();
  const ledger = new Ledger({ clock, budget });
  const seen = Array.from({ length: 5 }, () => {
    const strain = ledger.strain('a');
    const waitMs = ledger.waitMs('a');
    if (waitMs === 0) ledger.charge('a');
    return [strain, waitMs];
  });
  expect(seen).toEqual([
    [0, 0],
    [0, 0],
    [0.5, 0],
    [1, 0],
    [1.5, 2_000],
  ]);
  expect(ledger.strain('b')).toBe(0);
  clock.advance(2_000);
  expect(ledger.waitMs('a')).toBe(0);
  clock.advance(6_000);
  expect([ledger.strain('a'), ledger.level('a'), ledger.size]).toEqual([0, 0, 0]);
});

test('it keeps so many accounts and no more: the one longest quiet is forgotten', () => {
  jest.replaceProperty(limits, 'accountsCounted', 2 as never);
  const ledger = new Ledger({ clock: new ManualClock(), budget });
  ledger.charge('a');
  ledger.charge('b');
  ledger.charge('a');
  ledger.charge('c');
  expect([ledger.size, ledger.level('a'), ledger.level('b'), ledger.level('c')]).toEqual([2, 2, 0, 1]);
});
