import { expect, test } from '@jest/globals';
import { factorOf, type Levelling, level, untouched } from './leveller.ts';

/** What `seconds` of reports, 80 ms apart, make of a gain. */
function hear(levels: (atMs: number) => number, seconds: number, from: Levelling = untouched): Levelling[] {
  const steps: Levelling[] = [];
  let levelling = from;
  for (let atMs = 0; atMs < seconds * 1_000; atMs += 80) {
    levelling = level(levelling, { dbov: levels(atMs), passedMs: 80 });
    steps.push(levelling);
  }
  return steps;
}

const after = (...args: Parameters<typeof hear>) => hear(...args).at(-1)?.gainDb ?? 0;
/** Syllables: loud and soft, four times a second. */
const speech = (dbov: number) => (atMs: number) => dbov + 5 * Math.sin((2 * Math.PI * atMs) / 250);

test('brings a quiet and a loud voice to within 3 dB of each other, where they were 17 dB apart', () => {
  const [quiet, loud] = [-32, -15];
  const apart = quiet + after(speech(quiet), 10) - (loud + after(speech(loud), 10));
  expect(Math.abs(apart)).toBeLessThan(3);
});

test.each([
  [-54, 9],
  [-2, -9],
])('a voice at %d dBov is moved by %d dB and never more', (dbov, gainDb) => {
  expect(after(() => dbov, 60)).toBeCloseTo(gainDb, 0);
  for (const step of hear(() => dbov, 60)) expect(Math.abs(step.gainDb)).toBeLessThanOrEqual(9);
});

test('leaves a voice alone that is about right', () => {
  expect(after(() => -23.4, 20)).toBe(0);
});

test('silence, breath and the noise of a room never raise anything', () => {
  expect(hear(() => -58, 60).at(-1)).toEqual(untouched);
});

test('pauses do not pump: between sentences the gain stays where it is', () => {
  const spoken = hear(speech(-35), 10).at(-1) as Levelling;
  const paused = hear(() => -50, 30, spoken).at(-1) as Levelling;
  expect(paused.gainDb).toBe(spoken.gainDb);
});

test('waits for some speech, then moves slowly', () => {
  const steps = hear(() => -40, 10);
  expect(steps.filter((_, index) => index < 9).every(({ gainDb }) => gainDb === 0)).toBe(true);
  let before = 0;
  for (const { gainDb } of steps) {
    expect(gainDb - before).toBeLessThanOrEqual(0.16 + 1e-9);
    before = gainDb;
  }
});

test('a cough among quiet words does not turn the speaker down', () => {
  const quiet = hear(() => -30, 8).at(-1) as Levelling;
  const coughed = hear((atMs) => (atMs < 160 ? -6 : -30), 2, quiet);
  for (const { gainDb } of coughed) expect(gainDb).toBeGreaterThan(quiet.gainDb - 1);
});

test('a long pause counts as no speech', () => {
  const step = level(untouched, { dbov: -30, passedMs: 60_000 });
  expect(step.heardMs).toBe(200);
});

test('the factor is that of the amplitude', () => {
  expect(factorOf({ ...untouched, gainDb: 6 })).toBeCloseTo(1.995, 2);
});
