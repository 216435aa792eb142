import { expect, test } from '@jest/globals';
import { Talkers } from './talkers.ts';

test('who was loud a moment ago talks; who was not, or only breathes, does not', () => {
  const talkers = new Talkers();
  expect(talkers.heard([0, 30, 7, 58, 3, 12], 1_000)).toBe(true);
  expect(talkers.count(1_000)).toBe(2);
  expect(talkers.heard([3, 20], 2_200)).toBe(true);
  expect(talkers.count(2_600)).toBe(1);
  expect(talkers.heard([3, 59], 3_000)).toBe(false);
  expect(talkers.heard([], 3_000)).toBe(false);
  expect(talkers.count(4_000)).toBe(0);
});
