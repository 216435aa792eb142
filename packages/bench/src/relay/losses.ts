import type { Path } from './path.ts';

/**
 * Tells for one datagram after the other whether it is lost. The same seed and line give the same answers;
 * each direction of each client is a line of its own. A path that changes while it is in use loses what it then says.
 */
export function losses(path: Pick<Path, 'loss' | 'seed'>, line: number): () => boolean {
  const random = seededRandom((path.seed ?? 1) + line * 0x9e3779b1);
  return () => random() < (path.loss ?? 0);
}

/** Numbers from 0 up to 1 (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
