import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { charactersLeft } from './room-left.ts';

const full = limits.chatGraphemes;

test.each([
  ['nothing', '', undefined],
  ['a short text', 'hello', undefined],
  ['a text that still has far to go', 'a'.repeat(full - 201), undefined],
  ['a text near the end', 'a'.repeat(full - 200), 200],
  ['a full text', 'a'.repeat(full), 0],
  ['a text one character too long', 'a'.repeat(full + 1), -1],
  ['Vietnamese, whose letters have two or three bytes', 'ế'.repeat(full), 0],
  ['emoji, of which fewer fit', '😀'.repeat(limits.chatBytes / 4), 0],
  ['one emoji too many', '😀'.repeat(limits.chatBytes / 4 + 1), -1],
])('%s', (_name, text, left) => {
  expect(charactersLeft(text)).toBe(left);
});

test('a book that is pasted costs no counting, and is too long', () => {
  const before = process.threadCpuUsage();
  expect(charactersLeft('word '.repeat(1_000_000))).toBeLessThan(0);
  const { user, system } = process.threadCpuUsage(before);
  // Counting them takes seconds.
  expect((user + system) / 1_000).toBeLessThan(500);
});
