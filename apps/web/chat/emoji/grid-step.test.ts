import { expect, test } from '@jest/globals';
import { gridStep } from './grid-step.ts';

const grid = { count: 20, columns: 8 };

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowRight', -1, undefined],
  ['ArrowRight', 0, 1],
  ['ArrowRight', 19, 19],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 3, 11],
  ['ArrowDown', 14, 19],
  ['ArrowUp', 11, 3],
  ['ArrowUp', 3, -1],
  ['Home', 9, 0],
  ['End', 9, 19],
  ['a', 9, undefined],
])('%s from cell %i of three rows of eight leads to %s', (key, at, expected) => {
  expect(gridStep(key, at, grid)).toBe(expected);
});

test('left and right follow the writing', () => {
  expect(gridStep('ArrowLeft', 3, { ...grid, rtl: true })).toBe(4);
  expect(gridStep('ArrowRight', 3, { ...grid, rtl: true })).toBe(2);
});

test('nothing is chosen where there is nothing', () => {
  expect(gridStep('ArrowDown', -1, { count: 0, columns: 8 })).toBeUndefined();
});
