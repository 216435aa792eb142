import { writeFileSync } from 'node:fs';
import { sampleRate, wavOf } from './tone.ts';

/** A voice-like sound: sung vowels with their formants, syllables and pauses, or a hiss, or both at once. */
export function writeSound(path: string, kind: 'voice' | 'hiss', seconds = 10): void {
  const make = kind === 'voice' ? vowel : hiss(1);
  const samples = Int16Array.from({ length: sampleRate * seconds }, (_, index) =>
    Math.round(32_767 * make(index / sampleRate)),
  );
  writeFileSync(path, wavOf(samples));
}

/** Where the formants of an "ah" and an "ee" stand, in hertz, and how wide they are. */
const vowels = [
  [
    [730, 90],
    [1_090, 110],
    [2_440, 160],
  ],
  [
    [270, 60],
    [2_290, 120],
    [3_010, 170],
  ],
] as const;

/** One sample of a voice that changes its vowel with each of three syllables a second. */
function vowel(time: number): number {
  const syllable = Math.floor(time * 3);
  const within = (time * 3) % 1;
  const envelope = within < 0.75 ? Math.sin((Math.PI * within) / 0.75) : 0;
  const formants = vowels[syllable % vowels.length] ?? vowels[0];
  // The melody of speech, summed up so that the phase is steady.
  const phase = 2 * Math.PI * (125 * time + (6 / (2 * Math.PI * 0.9)) * Math.sin(2 * Math.PI * 0.9 * time));
  let sum = 0;
  for (let harmonic = 1; harmonic <= 28; harmonic += 1) {
    const hz = 125 * harmonic;
    const gain = formants.reduce(
      (most, [center, width]) => most + 1 / (1 + ((hz - center) / width) ** 2),
      0.01,
    );
    sum += (gain / Math.sqrt(harmonic)) * Math.sin(harmonic * phase);
  }
  return 0.12 * envelope * sum;
}

/** The noise of air in a fan, the same in each run (mulberry32 through a low-pass). */
function hiss(seed: number): () => number {
  let state = seed;
  let smooth = 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const white = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
    smooth += 0.15 * (white - smooth);
    return 0.7 * smooth;
  };
}
