import { beforeAll, expect, test } from '@jest/globals';
import { privateLimits } from '../limits.ts';
import { counting } from '../testing/hex.ts';
import { FileCipher, newFileSecret, sealedChunkBytes, sealedFileBytes } from './sealed-file.ts';

const { fileChunkBytes } = privateLimits;
let cipher: FileCipher;

beforeAll(async () => {
  cipher = await FileCipher.of(newFileSecret());
});

async function sealed(file: Uint8Array): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for (let index = 0; index * fileChunkBytes <= file.length; index += 1) {
    const chunk = file.subarray(index * fileChunkBytes, (index + 1) * fileChunkBytes);
    chunks.push(await cipher.seal(index, chunk));
  }
  return chunks;
}

test.each([0, 1, 255, 256, fileChunkBytes - 1, fileChunkBytes, fileChunkBytes * 2 + 300])(
  'a file of %i bytes comes out as it went in',
  async (length) => {
    const file = counting(3, length);
    const chunks = await sealed(file);
    expect(chunks.reduce((sum, { length }) => sum + length, 0)).toBe(sealedFileBytes(length));
    const opened = await Promise.all(chunks.map((chunk, index) => cipher.open(index, chunk)));
    expect(Buffer.concat(opened.map(({ bytes }) => bytes)).equals(file)).toBe(true);
    expect(opened.map(({ final }) => final)).toEqual(opened.map((_, at) => at === opened.length - 1));
  },
);

test('a sealed chunk fits into one post of the wire', () => {
  expect(sealedChunkBytes).toBeLessThanOrEqual(16_000);
});

test('no chunk can be moved, changed, or made the last', async () => {
  const [first, second] = (await sealed(counting(0, fileChunkBytes * 2))) as [Uint8Array, Uint8Array];
  await expect(cipher.open(1, first)).rejects.toMatchObject({ code: 'wrong_key' });
  await expect(cipher.open(0, second)).rejects.toMatchObject({ code: 'wrong_key' });
  await expect(cipher.open(0, first.subarray(0, 284))).rejects.toMatchObject({ code: 'wrong_key' });
  await expect(cipher.open(0, first.subarray(1))).rejects.toMatchObject({ code: 'malformed' });
  expect((await cipher.open(1, second)).final).toBe(false);
});

test('a key opens its own file only', async () => {
  const [chunk] = (await sealed(counting(0, 5))) as [Uint8Array];
  const other = await FileCipher.of(newFileSecret());
  await expect(other.open(0, chunk)).rejects.toMatchObject({ code: 'wrong_key' });
});
