import { createHash } from 'node:crypto';
import { ManualClock } from '@earshot/lifetime';
import { limits, type Puzzle, solvePuzzle } from '@earshot/protocol';
import { afterEach, expect, jest, test } from '@jest/globals';
import { PuzzleDesk } from './puzzle-desk.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

const prefix = '203.0.113.7/32';
const solved = (puzzle: Puzzle) =>
  solvePuzzle(puzzle, {
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    nowMs: () => 0,
    pause: async () => {},
  });

test('a solution is good once, for what and whom it was asked', async () => {
  const clock = new ManualClock();
  const desk = new PuzzleDesk({ clock });
  const puzzle = desk.issue('join', { bits: 8, prefix });
  expect(puzzle.bits).toBe(8);
  const solution = await solved(puzzle);
  expect(desk.redeem(solution, { purposes: ['post'], prefix, bits: 8 })).toBe(false);
  expect(desk.redeem(solution, { purposes: ['join'], prefix: '203.0.113.8/32', bits: 8 })).toBe(false);
  expect(desk.redeem(solution, { purposes: ['join', 'create'], prefix, bits: 8 })).toBe(true);
  expect(desk.redeem(solution, { purposes: ['join', 'create'], prefix, bits: 8 })).toBe(false);
});

test('what is wrong, late, forged or of another server is worth nothing', async () => {
  const clock = new ManualClock();
  const desk = new PuzzleDesk({ clock });
  const taken = (solution: { challenge: string; answer: number }) =>
    desk.redeem(solution, { purposes: ['join'], prefix, bits: 1 });
  const hard = desk.issue('join', { bits: 30, prefix });
  expect(taken({ challenge: hard.challenge, answer: 1 })).toBe(false);
  const easier = { challenge: hard.challenge.replace('.30.', '.1.'), bits: 1 };
  expect(taken(await solved(easier))).toBe(false);
  const elsewhere = new PuzzleDesk({ clock }).issue('join', { bits: 1, prefix });
  expect(taken(await solved(elsewhere))).toBe(false);
  expect(taken({ challenge: 'nothing-of-the-kind', answer: 0 })).toBe(false);
  const late = await solved(desk.issue('join', { bits: 4, prefix }));
  clock.advance(limits.puzzleValidMs + 1);
  expect(taken(late)).toBe(false);
});

test('it remembers so many solutions, and takes none twice for having forgotten it', async () => {
  jest.replaceProperty(limits, 'puzzlesRemembered', 2 as never);
  const clock = new ManualClock();
  const desk = new PuzzleDesk({ clock });
  const taken = (solution: { challenge: string; answer: number }) =>
    desk.redeem(solution, { purposes: ['join'], prefix, bits: 1 });
  const all = [];
  for (let i = 0; i < 4; i++) {
    clock.advance(1);
    all.push(await solved(desk.issue('join', { bits: 1, prefix })));
  }
  expect(all.map(taken)).toEqual([true, true, true, true]);
  expect(all.map(taken)).toEqual([false, false, false, false]);
  expect(desk.remembered).toBe(2);
  clock.advance(limits.puzzleValidMs + 1);
  expect(taken(await solved(desk.issue('join', { bits: 1, prefix })))).toBe(true);
  expect(desk.remembered).toBe(1);
});

test('a solution counts for what is asked when it comes, a little less included', async () => {
  const desk = new PuzzleDesk({ clock: new ManualClock() });
  const solution = await solved(desk.issue('join', { bits: 6, prefix }));
  const redeemed = (bits: number) => desk.redeem(solution, { purposes: ['join'], prefix, bits });
  expect(redeemed(6 + limits.puzzleBitsForgiven + 1)).toBe(false);
  // It was not spent in vain.
  expect(redeemed(6 + limits.puzzleBitsForgiven)).toBe(true);
});
