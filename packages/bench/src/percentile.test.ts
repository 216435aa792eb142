import { expect, test } from '@jest/globals';
import { percentile } from './percentile.ts';

test.each([
  { values: [7], percent: 50, is: 7 },
  { values: [7], percent: 95, is: 7 },
  { values: [4, 1, 3, 2], percent: 50, is: 2 },
  { values: [5, 1, 4, 2, 3], percent: 50, is: 3 },
  { values: Array.from({ length: 20 }, (_, index) => 20 - index), percent: 95, is: 19 },
  { values: Array.from({ length: 20 }, (_, index) => 20 - index), percent: 100, is: 20 },
  { values: [10, 9, 100], percent: 1, is: 9 },
])('$percent % of $values do not exceed $is', ({ values, percent, is }) => {
  expect(percentile(values, percent)).toBe(is);
});

test('leaves the values in their order', () => {
  const values = [3, 1, 2];
  percentile(values, 50);
  expect(values).toEqual([3, 1, 2]);
});

test('refuses to make a figure out of nothing', () => {
  expect(() => percentile([], 50)).toThrow(TypeError);
  expect(() => percentile([1], 0)).toThrow(TypeError);
  expect(() => percentile([1], 101)).toThrow(TypeError);
});
