import type { PuzzleSolution } from '@earshot/protocol';
import { solveHere } from '../puzzles/solve-here.ts';
import type { Solver } from '../puzzles/solver.ts';
import type { PuzzleNews } from './puzzle-worker.ts';

/** Solves in a worker of its own, so that the page stays smooth; where there can be none, in the page. */
export const solveInWorker: Solver = async (puzzle, solving = {}) => {
  const { signal, onProgress } = solving;
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<PuzzleSolution | undefined>();
  const giveUp = () => reject(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  let worker: Worker | undefined;
  try {
    worker = new Worker(new URL('./puzzle-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<PuzzleNews>) => {
      if ('solution' in data) resolve(data.solution);
      else onProgress?.(data.progress);
    };
    worker.onerror = () => resolve(undefined);
    worker.onmessageerror = () => resolve(undefined);
    worker.postMessage(puzzle);
  } catch {
    resolve(undefined);
  }
  try {
    return (await promise) ?? (await solveHere(puzzle, solving));
  } finally {
    worker?.terminate();
    signal?.removeEventListener('abort', giveUp);
  }
};
