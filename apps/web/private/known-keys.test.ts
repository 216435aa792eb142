import { expect, test } from '@jest/globals';
import { comparison, keyMemory, markCompared } from './known-keys.ts';

const room = 'p-aaaaaaaaaaaaaaaaaaaaaaaaaa';
const ada = { name: 'Ada', key: '' };

test('a key is remembered by room and name', () => {
  keyMemory(room).keep(ada, 'one');
  expect(keyMemory(room).recall({ name: 'ada', key: 'whatever' })).toBe('one');
  expect(keyMemory('tea').recall(ada)).toBeUndefined();
  expect(keyMemory(room).recall({ name: 'Ben', key: '' })).toBeUndefined();
});

test('somebody is compared until their key is another one, and then until they are compared again', () => {
  expect(comparison(room, ada, 'one')).toBe('never');
  markCompared(room, ada, { key: 'one', compared: true });
  expect(comparison(room, ada, 'one')).toBe('compared');
  expect(comparison(room, ada, 'two')).toBe('changed');
  markCompared(room, ada, { key: 'two', compared: true });
  expect(comparison(room, ada, 'two')).toBe('compared');
  markCompared(room, ada, { key: 'two', compared: false });
  expect(comparison(room, ada, 'two')).toBe('never');
});

test('whoever was met longest ago is forgotten first', () => {
  for (let at = 0; at < 300; at += 1) keyMemory('crowd').keep({ name: `${at}`, key: '' }, 'key');
  expect(keyMemory(room).recall(ada)).toBeUndefined();
  expect(keyMemory('crowd').recall({ name: '0', key: '' })).toBe('key');
});
