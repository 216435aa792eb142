import { expect, test } from '@jest/globals';
import { cold, type Heat, hotness, warmed } from './heat.ts';

const startMs = Date.UTC(2026, 4);
const minuteMs = 60_000;

/** What a room has gone through: minutes since the start, people there, and how many of them talk from then on. */
function lived(...steps: [minutes: number, people: number, talking: number][]): Heat {
  return steps.reduce<Heat>(
    (heat, [minutes, people, talking]) =>
      warmed(heat, { people, talking, atMs: startMs + minutes * minuteMs }),
    cold,
  );
}

/** Heat as people think of it, so many minutes after the start. */
function heatAt(heat: Heat, minutes: number): number {
  return 2 ** (heat.log - (startMs + minutes * minuteMs - Date.UTC(2025, 0)) / (5 * minuteMs));
}

test('each arrival adds 1, and that halves in five minutes', () => {
  const heat = lived([0, 4, 0]);
  expect(heatAt(heat, 0)).toBeCloseTo(4);
  expect(heatAt(heat, 5)).toBeCloseTo(2);
  expect(heatAt(lived([0, 4, 0], [5, 6, 0]), 5)).toBeCloseTo(4);
});

test('who talks adds nearly 1 in half a minute, however often that is looked at', () => {
  const once = lived([0, 2, 1], [10, 2, 0]);
  const often = lived(
    [0, 2, 1],
    ...Array.from({ length: 600 }, (_, at) => [at / 60, 2, 1] as [number, number, number]),
    [10, 2, 0],
  );
  // Per half-life: 5 min / 30 s / ln 2, of which three quarters are there after two, and the arrivals' quarter.
  expect(heatAt(once, 10)).toBeCloseTo((10 / Math.LN2) * 0.75 + 0.5);
  expect(heatAt(often, 10)).toBeCloseTo(heatAt(once, 10));
});

test('who leaves and comes back does not arrive again, unless much later', () => {
  const stayed = lived([0, 3, 0]);
  const cameBack = lived([0, 3, 0], [0.1, 0, 0], [0.2, 3, 0], [0.3, 0, 0], [0.4, 3, 0]);
  expect(heatAt(cameBack, 1)).toBeLessThan(heatAt(stayed, 1) + 0.3);
  expect(heatAt(lived([0, 3, 0], [1, 0, 0], [60, 3, 0]), 60)).toBeGreaterThan(2.9);
});

test('time alone changes no order', () => {
  const [calm, busy] = [lived([0, 2, 0]), lived([0, 3, 0])];
  expect(hotness(busy)).toBeGreaterThan(hotness(calm));
  expect(hotness(calm)).toBe(hotness(calm));
  expect(hotness(lived([30, 2, 0]))).toBeGreaterThan(hotness(busy));
});

test('a clock that is set back does no harm', () => {
  const heat = lived([10, 2, 1], [3, 2, 1]);
  expect(heat.log).toBe(lived([10, 2, 1]).log);
});
