import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { accept, mostFiles } from './accept.ts';

const file = (name: string, size: number) => ({ name, size });

test('takes what fits, and says of each of the others why not', () => {
  const { files, refusals } = accept([
    file('photo.jpg', 1),
    file('largest.bin', limits.fileBytes),
    file('film.mkv', limits.fileBytes + 1),
    file('nothing.txt', 0),
  ]);
  expect(files.map(({ name }) => name)).toEqual(['photo.jpg', 'largest.bin']);
  expect(refusals).toEqual([
    { why: 'too_large', name: 'film.mkv', sizeBytes: limits.fileBytes + 1 },
    { why: 'empty', name: 'nothing.txt', sizeBytes: 0 },
  ]);
});

test('takes only so many at a time, and says it once', () => {
  const many = Array.from({ length: mostFiles }, (_, index) => file(`${index}.txt`, 1));
  expect(accept(many).files).toHaveLength(mostFiles);
  expect(accept(many, 3)).toMatchObject({
    files: { length: mostFiles - 3 },
    refusals: [{ why: 'too_many' }],
  });
});
