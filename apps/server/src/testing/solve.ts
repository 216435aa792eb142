import { createHash } from 'node:crypto';
import { type Puzzle, type PuzzleSolution, solvePuzzle } from '@earshot/protocol';

/** Does the work at once, as a bot would. */
export function solve(puzzle: Puzzle): Promise<PuzzleSolution> {
  return solvePuzzle(puzzle, {
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    nowMs: () => performance.now(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
}
