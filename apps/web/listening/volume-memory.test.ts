import { beforeEach, expect, test } from '@jest/globals';
import { readStored, writeStored } from '../ui/stored.ts';
import { readEntries, StoredVolumes } from './volume-memory.ts';

const person = (key: string) => ({ id: `id of ${key}`, key });
const half = { volume: 0.5, muted: false };

beforeEach(() => writeStored('earshot.volumes', '[]'));

test('is the same after the page was loaded again', () => {
  new StoredVolumes().keep(person('ann'), { volume: 1.5, muted: true });
  expect(new StoredVolumes().recall({ id: 'another id', key: 'ann' })).toEqual({ volume: 1.5, muted: true });
});

test('nobody without a key is written down, but they are remembered while the page stands', () => {
  const volumes = new StoredVolumes();
  volumes.keep({ id: 'x', key: '' }, half);
  expect(volumes.recall({ id: 'x', key: '' })).toEqual(half);
  expect(readStored('earshot.volumes')).toBe('[]');
});

test('what is as it comes is not written down', () => {
  const volumes = new StoredVolumes();
  volumes.keep(person('ann'), half);
  volumes.keep(person('ann'), undefined);
  expect(readStored('earshot.volumes')).toBe('[]');
});

test('of more than 200 people, those whose volume was set longest ago are forgotten', () => {
  const volumes = new StoredVolumes();
  for (let index = 0; index < 205; index += 1) volumes.keep(person(`key ${index}`), half);
  for (const each of [volumes, new StoredVolumes()]) {
    const known = (index: number) => each.recall(person(`key ${index}`)) !== undefined;
    expect([4, 5, 204].map(known)).toEqual([false, true, true]);
  }
});

test.each([
  null,
  '',
  'nonsense',
  '{}',
  'null',
  '[["a"]]',
  '[["a",3,false]]',
  '[["a",-1,false]]',
  '[[1,1,true]]',
])('makes nothing of %j', (text) => {
  expect(readEntries(text)).toEqual([]);
});
