import { expect, test } from '@jest/globals';
import { type MutedTalk, silent, step, unmuted } from './muted-talk.ts';

function after(state: MutedTalk, ...heard: [dbov: number, forMs: number][]): MutedTalk {
  let now = state;
  for (const [dbov, forMs] of heard) {
    for (let at = 0; at < forMs; at += 100) now = step(now, { type: 'heard', dbov, elapsedMs: 100 });
  }
  return now;
}

test('a sentence is told, a cough and a noisy room are not', () => {
  expect(after(silent, [-25, 1_300]).at).toBe('said');
  expect(after(silent, [-20, 500], [-70, 2_000], [-20, 500]).at).toBe('listening');
  expect(after(silent, [-55, 60_000]).at).toBe('listening');
});

test('words with their pauses are one sentence', () => {
  expect(after(silent, [-25, 700], [-70, 300], [-25, 700]).at).toBe('said');
});

test('it goes when the person has fallen silent, and does not come again at once', () => {
  const gone = after(silent, [-25, 1_300], [-70, 6_000]);
  expect(gone.at).toBe('resting');
  expect(after(gone, [-25, 50_000]).at).toBe('resting');
  expect(after(gone, [-25, 62_000]).at).toBe('said');
});

test('dismissed, it stays away for ten minutes', () => {
  const dismissed = step(after(silent, [-25, 1_300]), { type: 'dismissed' });
  expect(after(dismissed, [-25, 590_000]).at).toBe('resting');
});

test('opening the microphone takes it away, and forgets half a sentence', () => {
  expect(unmuted(after(silent, [-25, 1_300])).at).toBe('resting');
  expect(unmuted(after(silent, [-25, 900]))).toEqual(silent);
});
