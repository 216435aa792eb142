import { expect, test } from '@jest/globals';
import { shownMs } from './shown-time.ts';

test('time that is left is shown in minutes, then in seconds, and never as over', () => {
  expect([300_000, 240_001, 60_001, 60_000, 59_001, 1, 0, -5].map(shownMs)).toEqual([
    300_000, 300_000, 120_000, 60_000, 60_000, 1_000, 1_000, 1_000,
  ]);
});
