import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PuzzleWork, solvePuzzle } from './puzzle.ts';
import { sections, tables } from './testing/markdown.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const page = readFileSync(join(__dirname, '../PROTOCOL.md'), 'utf8');
const chapter = sections(page, 2).find(({ title }) => title === 'Puzzles')?.text ?? '';
const vectors = (tables(chapter)[0] ?? []).map(([challenge = '', bits, answer]) => ({
  challenge,
  bits: Number(bits),
  answer: Number(answer),
}));

test('the page has vectors', () => {
  expect(vectors.length).toBeGreaterThan(2);
});

test.each(vectors)('$challenge is solved first by $answer', async ({ challenge, bits, answer }) => {
  const solution = await solvePuzzle({ challenge, bits }, { sha256, nowMs: () => 0, pause: async () => {} });
  expect(solution).toEqual({ challenge, answer });
});

test('a hash is what the page says: of the hash of the challenge, and the answer in eight bytes', () => {
  const answer = 2 ** 40 + 5;
  const block = Buffer.alloc(40);
  sha256(Buffer.from('a-challenge-of-letters')).copy(block);
  block.writeBigUInt64BE(BigInt(answer), 32);
  const digest = sha256(block);
  const zeros = digest.toString('hex').match(/^0*/)?.[0].length ?? 0;
  const bits = new PuzzleWork('a-challenge-of-letters', sha256).zeroBits(answer);
  expect(Math.floor(bits / 4)).toBe(zeros);
});

test('the work comes in slices, tells how far it is, and can be given up', async () => {
  let now = 0;
  const shares: number[] = [];
  const solving = solvePuzzle(
    { challenge: 'never-solved-in-time', bits: 32 },
    {
      sha256,
      nowMs: () => (now += 5),
      pause: async () => {
        if (shares.length === 3) throw new Error('enough');
      },
      onProgress: (share) => shares.push(share),
    },
  );
  await expect(solving).rejects.toThrow('enough');
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBeGreaterThan(0);
});
