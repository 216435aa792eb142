import { expect, test } from '@jest/globals';
import { newIdentity } from './key-pair-identity.ts';
import { shortName } from './short-name.ts';
import { animalWords, plantWords } from './short-name-words.ts';

test('a key has one short name, always the same', () => {
  expect(shortName('RCb0NkDWqTPJK5gN3fZ4Fq6x2LYy5kVqZ5r4sBqHt3A')).toBe('bear-orange-72');
  expect(shortName('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')).toBe('otter-hops-82');
  expect(shortName('')).toBe('ant-orchid-10');
});

test('no word stands for two things, and none is hard to say over the telephone', () => {
  expect([animalWords.length, plantWords.length]).toEqual([128, 128]);
  expect(new Set([...animalWords, ...plantWords]).size).toBe(256);
  for (const word of [...animalWords, ...plantWords]) expect(word).toMatch(/^[a-z]{3,9}$/);
});

test('different keys have different names, as far as the eye needs it', async () => {
  const keys = await Promise.all(Array.from({ length: 400 }, async () => (await newIdentity()).key));
  const names = new Set(keys.map(shortName));
  expect(names.size).toBeGreaterThan(395);
  expect(new Set([...names].map((name) => name.split('-')[0])).size).toBeGreaterThan(100);
});
