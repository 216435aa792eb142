import { expect, test } from '@jest/globals';
import { formatter } from './format.ts';

const utc = 'UTC';
const at = (text: string) => Date.parse(text);
const now = at('2026-03-05T14:05:00Z');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  ['en-US', '2:05 PM'],
  ['en-GB', '14:05'],
  ['fr', '14:05'],
  ['de', '14:05'],
])('the time in %s is %s', (locale, time) => {
  expect(plain(formatter(locale, utc).time(now))).toBe(time);
});

test.each([
  ['2026-03-05T00:01:00Z', 'Today'],
  ['2026-03-04T23:59:00Z', 'Yesterday'],
  ['2026-03-02T12:00:00Z', 'Monday'],
  ['2026-02-01T12:00:00Z', '1 February'],
  ['2025-12-31T23:00:00Z', '31 December 2025'],
])('%s is %s', (moment, day) => {
  expect(formatter('en-GB', utc).day(at(moment), now)).toBe(day);
});

test('a day is the person’s day, not Greenwich’s', () => {
  expect(
    formatter('fr', 'Asia/Ho_Chi_Minh').day(at('2026-03-05T17:30:00Z'), at('2026-03-05T18:30:00Z')),
  ).toBe('Aujourd’hui');
  expect(
    formatter('de', 'Asia/Ho_Chi_Minh').day(at('2026-03-05T16:30:00Z'), at('2026-03-05T18:30:00Z')),
  ).toBe('Gestern');
});

test.each([
  [0, 'now'],
  [44_000, 'now'],
  [50_000, '1 minute ago'],
  [5 * 60_000, '5 minutes ago'],
  [2 * 3_600_000, '2 hours ago'],
  [25 * 3_600_000, 'yesterday'],
  [-5_000, 'now'],
])('%d ms back is “%s”', (backMs, said) => {
  expect(formatter('en').ago(now - backMs, now)).toBe(said);
});

test.each([
  ['en', 7_500_000, '2 hr, 5 min'],
  ['de', 7_500_000, '2 Std., 5 Min.'],
  ['en', 65_000, '1 min, 5 sec'],
  ['en', 12_999, '12 sec'],
  ['en', 90_061_000, '1 day, 1 hr'],
  ['en', 3_600_000, '1 hr'],
])('in %s %d ms last %s', (locale, ms, said) => {
  expect(plain(formatter(locale).duration(ms))).toBe(said);
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [3_400_000, '3.4 MB'],
  [52_428_800, '52.4 MB'],
  [340_000_000, '340 MB'],
])('%d bytes are %s', (bytes, said) => {
  expect(plain(formatter('en').bytes(bytes))).toBe(said);
});

test('numbers, shares, rates and lists are written as the language does', () => {
  const french = formatter('fr');
  expect(plain(french.bytes(3_400_000))).toBe('3,4 Mo');
  expect(plain(french.percent(0.125))).toBe('13 %');
  expect(plain(french.number(1_234.5))).toBe('1 234,5');
  expect(plain(french.milliseconds(28.4))).toBe('28 ms');
  expect(plain(french.bitrate(32_000))).toBe('32 kbit/s');
  expect(french.list(['Ana', 'Ben', 'Cléo'])).toBe('Ana, Ben et Cléo');
});
