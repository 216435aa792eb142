import { beforeEach, expect, test } from '@jest/globals';
import { type Claimant, Claims } from './claims.ts';

let claims: Claims;
let stirred: string[];
beforeEach(() => {
  claims = new Claims();
  stirred = [];
  claims.events.on('stirred', (name) => stirred.push(name));
});

const room = (name: string, some: Partial<Claimant> = {}): Claimant => ({
  name,
  owned: false,
  sinceMs: 1,
  claims: true,
  ...some,
});

/** Three names that look the same, the second and the third with Cyrillic letters in them. */
const [music, musicTwo, musicThree] = ['music', 'musіс', 'musiс'];

test('of rooms that look alike the later ones yield, while the first has the look', () => {
  claims.set(room(music));
  claims.set(room('tea'));
  claims.set(room(musicTwo, { sinceMs: 2 }));
  expect([music, musicTwo, 'tea'].map((name) => claims.yields(name))).toEqual([false, true, false]);
  claims.set(room(music, { claims: false }));
  expect(claims.yields(musicTwo)).toBe(false);
  claims.delete(music);
  claims.delete(music);
  expect(claims.yields(musicTwo)).toBe(false);
  // Each time the other one may be what it was not.
  expect(stirred).toEqual([music, musicTwo, musicTwo]);
});

test('what somebody owns comes before what nobody owns, however old', () => {
  claims.set(room(music, { sinceMs: 1 }));
  claims.set(room(musicTwo, { sinceMs: 2, owned: true }));
  claims.set(room(musicThree, { sinceMs: 3, owned: true }));
  expect([music, musicTwo, musicThree].map((name) => claims.yields(name))).toEqual([true, false, true]);
});

test('a look is taken while another room has it, and one’s own name takes nothing', () => {
  claims.set(room(music, { claims: false }));
  expect(claims.isTaken(musicTwo)).toBe(false);
  claims.set(room(music));
  expect(claims.isTaken(musicTwo)).toBe(true);
  expect(claims.isTaken(music)).toBe(false);
  expect(claims.isTaken('tea')).toBe(false);
});

test('names of which nothing is left look like nothing', () => {
  claims.set(room('--'));
  expect(claims.isTaken('-_-')).toBe(false);
  claims.set(room('-_-', { sinceMs: 2 }));
  expect(claims.yields('-_-')).toBe(false);
});
