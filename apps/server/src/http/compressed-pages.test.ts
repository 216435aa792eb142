import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { CompressedPages } from './compressed-pages.ts';

test('a page is compressed once for all who ask, at the same time or later', async () => {
  let made = 0;
  const pages = new CompressedPages();
  const page = () => {
    made += 1;
    return 'a page';
  };
  const bodies = await Promise.all([
    pages.get('"a-gzip"', 'gzip', page),
    pages.get('"a-gzip"', 'gzip', page),
  ]);
  bodies.push(await pages.get('"a-gzip"', 'gzip', page));
  expect(bodies.map((body) => String(gunzipSync(body)))).toEqual(['a page', 'a page', 'a page']);
  expect(made).toBe(1);
  expect(String(await pages.get('"a-identity"', 'identity', page))).toBe('a page');
});

test('so many are kept, those that are asked for the longest', async () => {
  let made: string[] = [];
  const pages = new CompressedPages();
  const ask = (tag: string) =>
    pages.get(tag, 'identity', () => {
      made.push(tag);
      return tag;
    });
  for (let index = 0; index < 300; index++) await ask(`${index}`);
  await ask('0');
  await ask('300');
  expect(pages.size).toBe(300);
  made = [];
  for (const tag of ['0', '2', '300', '1']) await ask(tag);
  expect(made).toEqual(['1']);
});

test('a page that could not be compressed is tried again', async () => {
  let broken = true;
  const pages = new CompressedPages(async (text) => {
    if (broken) throw new Error('no memory');
    return Buffer.from(text);
  });
  await expect(pages.get('a', 'br', () => 'a')).rejects.toThrow('no memory');
  broken = false;
  expect(String(await pages.get('a', 'br', () => 'a'))).toBe('a');
});
