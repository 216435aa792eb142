import { solvePuzzle } from '@earshot/protocol';
import type { Solver } from './solver.ts';

/** Solves on this thread, in slices of a few milliseconds between which everything else goes on. */
export const solveHere: Solver = async (puzzle, { signal, onProgress } = {}) => {
  const { createSHA256 } = await import('hash-wasm');
  const hasher = await createSHA256();
  return solvePuzzle(puzzle, {
    sha256: (bytes) => hasher.init().update(bytes).digest('binary'),
    nowMs: () => performance.now(),
    pause: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    },
    onProgress,
  });
};
