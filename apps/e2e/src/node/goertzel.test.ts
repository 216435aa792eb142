import { tone } from '@earshot/client/node';
import { expect, test } from '@jest/globals';
import { loudnessDb } from './goertzel.ts';

test('measures the peak of a tone and hears no other in it', () => {
  const { samples, sampleRateHz } = tone({ frequencyHz: 440, durationMs: 400, levelDb: -12 });
  expect(loudnessDb(samples, { hz: 440, sampleRateHz })).toBeCloseTo(-12, 0);
  expect(loudnessDb(samples, { hz: 880, sampleRateHz })).toBeLessThan(-60);
});

test('hears nothing in silence', () => {
  expect(loudnessDb(new Int16Array(4_800), { hz: 440, sampleRateHz: 48_000 })).toBeLessThan(-100);
});
