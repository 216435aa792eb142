import { expect, test } from '@jest/globals';
import { privateLimits } from '../limits.ts';
import { counting } from '../testing/hex.ts';
import { solveJoinPuzzle, solvesPuzzle } from './puzzle.ts';

const nonce = counting(1, 32);
/** A hash that solves nothing. */
const sha256 = () => new Uint8Array(32).fill(255);

test('what is found solves it, and nothing before does', async () => {
  const counter = await solveJoinPuzzle({ nonce, bits: 6 });
  for (let at = 0; at <= counter; at += 1) {
    expect(await solvesPuzzle({ nonce, bits: 6 }, at)).toBe(at === counter);
  }
});

test('works in slices, says how far it is, and ends when asked to', async () => {
  const stop = new AbortController();
  const shares: number[] = [];
  let now = 0;
  const solving = solveJoinPuzzle(
    { nonce, bits: 20 },
    {
      sha256,
      signal: stop.signal,
      nowMs: () => (now += 5),
      pause: async () => {
        if (shares.length === 3) stop.abort(new Error('enough'));
      },
      onProgress: (share) => shares.push(share),
    },
  );
  await expect(solving).rejects.toThrow('enough');
  expect(shares).toHaveLength(3);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test('does not work for a server that asks for more than it may', async () => {
  for (const bits of [privateLimits.puzzleBitsMax + 1, Number.NaN]) {
    await expect(solveJoinPuzzle({ nonce, bits }, { sha256 })).rejects.toThrow(RangeError);
  }
});
