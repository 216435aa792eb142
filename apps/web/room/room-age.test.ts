import { expect, test } from '@jest/globals';
import { roomAge } from './room-age.ts';

test.each([
  [59_999, ''],
  [-5_000, ''],
  [60_000, '1 min'],
  [3_600_000, '1 hr'],
  [7_500_000, '2 hr, 5 min'],
  [90_061_000, '1 day, 1 hr'],
])('%d ms are "%s"', (ageMs, words) => {
  expect(roomAge(ageMs, 'en')).toBe(words);
});
