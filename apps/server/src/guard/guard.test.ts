import { ManualClock } from '@earshot/lifetime';
import { limits, type Puzzle, type RpcError } from '@earshot/protocol';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { solve } from '../testing/solve.ts';
import { Guard } from './guard.ts';
import { HouseRules } from './house/house-rules.ts';

const prefix = '203.0.113.7/32';
const party = { prefix, key: '' };
let joinsPerSecond: number;
let guard: Guard;
beforeEach(() => {
  jest.replaceProperty(limits, 'puzzleBitsLeast', 4 as never);
  jest.replaceProperty(limits, 'puzzleBitsMost', 12 as never);
  jest.replaceProperty(limits, 'joinsFreePerPrefix', 2 as never);
  jest.replaceProperty(limits, 'joinsPerPrefix', 10 as never);
  joinsPerSecond = 0;
  const load = {
    get load() {
      return { loopDelayMs: 0, joinsPerSecond };
    },
    joinTried() {},
  };
  const clock = new ManualClock();
  guard = new Guard({ clock, load, house: new HouseRules(clock) });
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Tries to come in. @returns the puzzle that is due first */
function due(solution?: Parameters<Guard['post']>[1]): Puzzle | undefined {
  try {
    guard.admit(party, { opens: false, solution });
    return undefined;
  } catch (error) {
    expect((error as RpcError).error).toBe('puzzle_required');
    return (error as RpcError).puzzle;
  }
}

test('puzzles that were hoarded while they were easy are worth nothing once they are hard', async () => {
  joinsPerSecond = limits.busyJoinsPerSecond;
  const hoard = await Promise.all(
    Array.from({ length: 7 }, () => solve(guard.greet(prefix) ?? { challenge: '', bits: 0 })),
  );
  joinsPerSecond = 0;
  for (let joins = 0; joins < limits.joinsFreePerPrefix; joins++) expect(due()).toBeUndefined();
  expect(hoard.map((solution) => due(solution)?.bits)).toEqual([
    undefined,
    undefined,
    ...Array.from({ length: 5 }, () => 7),
  ]);
});

test('whoever solves what they were just asked is in, also where somebody else was a moment earlier', async () => {
  for (let joins = 0; joins < limits.joinsFreePerPrefix; joins++) expect(due()).toBeUndefined();
  for (let pairs = 0; pairs < 3; pairs++) {
    const asked = [due(), due()];
    for (const puzzle of asked) expect(due(puzzle && (await solve(puzzle)))).toBeUndefined();
  }
});
