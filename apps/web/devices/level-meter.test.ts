import { expect, test } from '@jest/globals';
import { follow, levelOnScale, loudness } from './level-meter.ts';

test('a full-scale sine is -3 dBov, silence is -127', () => {
  const sine = Float32Array.from({ length: 4800 }, (_, index) =>
    Math.sin((index * 2 * Math.PI * 440) / 48_000),
  );
  expect(loudness(sine)).toBeCloseTo(-3.01, 1);
  expect(loudness(new Float32Array(100))).toBe(-127);
});

test('the scale ends at 0 and 1', () => {
  expect([-127, -60, -35, -10, 0].map(levelOnScale)).toEqual([0, 0, 0.5, 1, 1]);
});

test('rises at once and falls within a third of a second', () => {
  expect(follow(0, 0.8, 16)).toBe(0.8);
  expect(follow(0.8, 0, 35)).toBeCloseTo(0.7);
  expect(follow(1, 0, 400)).toBe(0);
});
