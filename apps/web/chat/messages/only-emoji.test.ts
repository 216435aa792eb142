import { expect, test } from '@jest/globals';
import { onlyEmoji } from './only-emoji.ts';

test.each([
  ['🎉', true],
  ['❤️ 👍🏽 👩‍👩‍👧', true],
  ['🎉 yes', false],
  ['12', false],
  ['😀'.repeat(6), false],
  ['', false],
])('%j: %s', (text, expected) => {
  expect(onlyEmoji(text)).toBe(expected);
});
