import { expect, test } from '@jest/globals';
import { goodLine, type LineSample, watchLine, worseLine } from './line.ts';

const run = (samples: readonly LineSample[]) => {
  let watch = goodLine;
  return samples.map((sample) => {
    watch = watchLine(watch, sample);
    return watch.line;
  });
};
const losses = (...ratios: number[]) => run(ratios.map((lossRatio) => ({ lossRatio })));

test('one bad moment is no bad line', () => {
  expect(losses(0, 0.5, 0, 0.5, 0)).toEqual(['good', 'good', 'good', 'good', 'good']);
});

test('two in a row are, and no worse than the milder one', () => {
  expect(losses(0.5, 0.05)).toEqual(['good', 'fair']);
  expect(losses(0.2, 0.3)).toEqual(['good', 'poor']);
});

test('it gets better only after a while, and clearly', () => {
  const poor = [0.2, 0.2];
  expect(losses(...poor, 0, 0, 0).slice(2)).toEqual(['poor', 'poor', 'good']);
  expect(losses(...poor, 0.02, 0, 0.02).slice(2)).toEqual(['poor', 'poor', 'fair']);
  expect(losses(...poor, 0.09, 0.09, 0.09, 0.09).slice(2)).toEqual(['poor', 'poor', 'poor', 'poor']);
});

test('a line that hovers about a bound does not flap', () => {
  const hovering = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 0.025 : 0.035));
  expect(new Set(losses(...hovering))).toEqual(new Set(['good']));
  const changes = losses(0.2, 0.2, ...hovering.map((each) => each + 0.07));
  expect(new Set(changes.slice(1))).toEqual(new Set(['poor']));
});

test.each<[LineSample, string]>([
  [{ lossRatio: 0.04 }, 'fair'],
  [{ jitterMs: 50 }, 'fair'],
  [{ jitterMs: 120 }, 'poor'],
  [{ roundTripMs: 350 }, 'fair'],
  [{ roundTripMs: 900 }, 'poor'],
  [{ concealedRatio: 0.06 }, 'fair'],
  [{ lossRatio: 0.04, roundTripMs: 700 }, 'poor'],
  [{}, 'good'],
  [{ lossRatio: 0.01, jitterMs: 5, roundTripMs: 40, concealedRatio: 0.01 }, 'good'],
])('%j is %s', (sample, line) => {
  expect(run([sample, sample]).at(-1)).toBe(line);
});

test('the worse of two', () => {
  expect([worseLine('good', 'poor'), worseLine('fair', 'good')]).toEqual(['poor', 'fair']);
});
