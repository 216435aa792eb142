import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { LevelMeter } from './level-meter.ts';

function meter() {
  const clock = new ManualClock();
  const told: Record<string, number>[] = [];
  const levels = new LevelMeter({ clock, tell: (map) => told.push(Object.fromEntries(map)) });
  return { clock, told, levels };
}

test('tells the loudest packet of each since the last time, at least ten times a second', () => {
  const { clock, told, levels } = meter();
  for (let ms = 0; ms < 1_000; ms += 20) {
    levels.packet('ann', ms % 40 === 0 ? 30 : 45);
    clock.advance(20);
  }
  expect(told.length).toBeGreaterThanOrEqual(10);
  expect(told.every((each) => each.ann === 30)).toBe(true);
});

test('says once that all are silent, then rests without a timer', () => {
  const { clock, told, levels } = meter();
  levels.packet('ann', 20);
  clock.advance(limits.levelsIntervalMs * 10);
  expect(told).toEqual([{ ann: 20 }, {}]);
  expect(clock.pendingTimers).toBe(0);
});

test('background noise is silence', () => {
  const { clock, told, levels } = meter();
  levels.packet('ann', 75);
  clock.advance(1_000);
  expect(told).toEqual([]);
});
