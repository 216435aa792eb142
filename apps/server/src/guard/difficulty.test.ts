import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { difficulty } from './difficulty.ts';

const calm = { loopDelayMs: 0, joinsPerSecond: 0 };
const { puzzleBitsLeast: least, puzzleBitsMost: most, puzzleBitsForLoad: mostForLoad } = limits;

test('in good times nobody is asked for anything', () => {
  expect(difficulty({ load: calm, strain: 0 })).toBe(0);
  expect(
    difficulty({
      load: { loopDelayMs: limits.busyLoopDelayMs - 1, joinsPerSecond: limits.busyJoinsPerSecond - 1 },
      strain: 0,
    }),
  ).toBe(0);
});

test('a busy server asks everybody, and never much of those who did nothing', () => {
  const delayed = (loopDelayMs: number) => difficulty({ load: { ...calm, loopDelayMs }, strain: 0 });
  expect(delayed(limits.busyLoopDelayMs)).toBe(least);
  expect(delayed(limits.busyLoopDelayMs * 1.6)).toBe(least + 1);
  expect(delayed(60_000)).toBe(mostForLoad);
  expect(difficulty({ load: { ...calm, joinsPerSecond: 10_000 }, strain: 0 })).toBe(mostForLoad);
});

test('who asks for more works more, up to a bound', () => {
  const strained = [0.01, 0.2, 0.5, 0.9, 1, 7].map((strain) => difficulty({ load: calm, strain }));
  expect(strained).toEqual([...strained].sort((a, b) => a - b));
  expect(strained[0]).toBe(least);
  expect(strained.slice(-2)).toEqual([most, most]);
});
