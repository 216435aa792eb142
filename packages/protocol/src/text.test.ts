import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limits } from './limits.ts';
import { checkProperty } from './testing/check-property.ts';
import { cpuTimeMs } from './testing/cpu-time.ts';
import { cleanName, graphemes, roomSlug, truncate } from './text.ts';

/** What names go wrong with: marks, joiners, invisibles, parts of emoji, spaces, any script. */
const awkwardPiece = fc.oneof(
  fc.constantFrom(
    ..."aAéßıİΣς'’-_ \t\n\u0301\u0323\u0344\u0308\u094d\u0300\u034f\u0338\u20e3",
    ...'\u00ad\u061c\u180b\u200b\u200c\u200d\u200e\u202e\u2066\u2060\u2800\u3164\u115f\ufe0e\ufe0f\ufeff\ufff9',
    ...'क़षශරمی한글각葛สวัสดีÅK1#❤☝👩💻🏽🏴🇻🇳👨👦🎉\u0958\ufb2c\u{e0067}\u{e007f}\u{e0100}',
  ),
  fc.constantFrom(
    '👩🏽‍💻',
    '👨‍👩‍👧‍👦',
    '❤️',
    '1️⃣',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '🇻🇳',
    'ශ්‍රී',
    'می‌خواهم',
    'Nguyễn',
    'क्‍ष',
    '\ud83d',
    '\udc69',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);

/** Text of a few such pieces over and over, so that they meet each other. */
const awkwardText = fc
  .array(awkwardPiece, { minLength: 1, maxLength: 6 })
  .chain((pieces) => fc.array(fc.constantFrom(...pieces), { maxLength: 30 }))
  .map((pieces) => pieces.join(''));

test.each([
  ['', 0],
  ['Ann', 3],
  ['Nguyễn', 6],
  ['Nguyễn'.normalize('NFD'), 6],
  ['👩🏽‍💻', 1],
  ['👨‍👩‍👧‍👦👋🏿', 2],
  ['🇻🇳🇳🇱', 2],
  ['สวัสดี', 4],
  ['한국어', 3],
  ['שָׁלוֹם', 4],
  ['\r\n', 1],
])('counts the characters of %j as a person would: %d', (text, count) => {
  expect(graphemes(text)).toBe(count);
});

test.each([
  ['Nguyễn', 4, 'Nguy'],
  ['👩🏽‍💻👩🏽‍💻', 1, '👩🏽‍💻'],
  ['Ann', 3, 'Ann'],
  ['Ann', 10, 'Ann'],
  ['Ann', 0, ''],
  ['e\u0301e\u0301', 1, 'e\u0301'],
])('cuts %j after %d characters, never inside one', (text, count, cut) => {
  expect(truncate(text, count)).toBe(cut);
});

test('cuts at a bound of code units too, between characters where it can', () => {
  expect(truncate('ab👩🏽‍💻', 10, 5)).toBe('ab');
  expect(truncate('ᄀ'.repeat(10), 10, 4)).toBe('ᄀᄀᄀᄀ');
  expect(truncate('👩🏽‍💻', 10, 3)).toBe('👩');
});

test.each([
  ['spaces at the ends and in a row', '  Ann \t\n  Lee ', 'Ann Lee'],
  ['no-break and ideographic spaces', 'Ann\u00a0\u3000Lee', 'Ann Lee'],
  ['decomposed Vietnamese', 'Nguye\u0302\u0303n Thi\u0323 Minh', 'Nguyễn Thị Minh'],
  ['Arabic', 'مُحَمَّد', 'مُحَمَّد'],
  ['Hebrew with points', 'שָׁלוֹם', 'שָׁלוֹם'],
  ['Thai', 'สวัสดี', 'สวัสดี'],
  ['Devanagari', 'क्षत्रिय', 'क्षत्रिय'],
  ['Tamil', 'தமிழ்', 'தமிழ்'],
  ['Chinese', '王小明', '王小明'],
  ['Korean in jamo', '\u1112\u1161\u11ab', '한'],
  ['Persian with its non-joiner', 'علی‌رضا', 'علی‌رضا'],
  ['Sinhala with its joiner', 'ශ්‍රී', 'ශ්‍රී'],
  ['emoji with joiners and skin tones', '👩🏽‍💻 👨‍👩‍👧‍👦', '👩🏽‍💻 👨‍👩‍👧‍👦'],
  ['emoji with a variation selector', '❤️ 1️⃣', '❤️ 1️⃣'],
  ['the flag of England', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
])('keeps %s', (_what, text, clean) => {
  expect(cleanName(text)).toBe(clean.normalize('NFC'));
});

test.each([
  ['controls', 'A\u0000n\u0007n\u007f\u009f', 'Ann'],
  ['bidirectional overrides and isolates', '\u202eAnn\u202c \u2066Lee\u2069\u200f', 'Ann Lee'],
  ['a byte order mark and zero-width spaces', '\ufeffA\u200bn\u2060n', 'Ann'],
  ['joiners and variation selectors in Latin letters', 'A\u200dn\u200cn\ufe0f', 'Ann'],
  ['spaces around what is invisible', 'Ann \u200b Lee', 'Ann Lee'],
  ['tags that spell hidden text', 'Ann\u{e0041}\u{e007f}', 'Ann'],
  ['halves of characters', 'A\ud83dn\udc69n', 'Ann'],
  ['private characters', 'Ann\ue000\u{f0000}', 'Ann'],
  ['zalgo beyond a few marks', `A${'\u0301\u0323\u0334'.repeat(50)}nn`, 'Ạ̴́\u0301nn'],
  ['marks that are two in one', `A${'\u0344'.repeat(4)}nn`, 'Ä\u0301\u0308\u0301nn'],
  ['marks that hang on nothing', '\u0301 \u0301Ann', 'Ann'],
  ['a joiner alone', '\u200d', ''],
  ['fillers that look like nothing', '\u3164\u115f\u1160\uffa0\u2800\u034f\u180e', ''],
])('takes out %s', (_what, text, clean) => {
  expect(cleanName(text)).toBe(clean);
});

test('composes what comes together when something between was taken out', () => {
  expect(cleanName('e\u200b\u0301')).toBe('é');
});

test.each([
  ['My Room', 'my-room'],
  ['  --Ann’s   room!! ', 'anns-room'],
  ['Phòng Họp Số 1', 'phòng-họp-số-1'],
  ['ÜBER Straße', 'über-straße'],
  ['会议室 3', '会议室-3'],
  ['غرفة الاجتماع', 'غرفة-الاجتماع'],
  ['बैठक कक्ष', 'बैठक-कक्ष'],
  ['علی‌رضا', 'علیرضا'],
  ['İstanbul', 'i̇stanbul'],
  ['a/../b?c#d%2e&e', 'a-b-c-d-2e-e'],
  ['i ❤️ you', 'i-you'],
  ['🎉 party 👩🏽‍💻', 'party'],
  ["e'\u0301a", 'ea'],
  ['\u212aelvin', 'kelvin'],
  ['🎉', ''],
  ['---', ''],
  ['', ''],
])('writes %j as the room %j', (text, slug) => {
  expect(roomSlug(text)).toBe(slug);
});

test.each([
  ['letters', 'a'.repeat(10_000)],
  ['accents', 'a\u0323\u0301'.repeat(3_333)],
  ['marks in their worst order', `a${'\u0301'.repeat(5_000)}${'\u0323'.repeat(5_000)}`],
  ['marks between invisibles', `a${'\u0301\u0301\u0323\u0323\u200b'.repeat(2_000)}`],
  ['emoji', '👩🏽‍💻'.repeat(1_428)],
  ['one endless Hangul syllable', 'ᄀ'.repeat(10_000)],
  ['one endless conjunct', 'क्'.repeat(5_000)],
  ['hyphens', '- '.repeat(5_000)],
  ['marks in a row of spaces', ' \u0301'.repeat(5_000)],
])('bounds a room name made of 10,000 characters: %s', (_what, text) => {
  const slug = roomSlug(text);
  expect(graphemes(slug)).toBeLessThanOrEqual(limits.roomNameGraphemes);
  expect(slug.length).toBeLessThanOrEqual(limits.nameCodeUnits);
  expect(roomSlug(slug)).toBe(slug);
});

test('spends no time on piled-up marks', () => {
  const pile = `a${'\u0301'.repeat(50_000)}${'\u0323'.repeat(50_000)}`;
  // Sorting such marks takes seconds; the bound leaves room for a slow machine.
  expect(cpuTimeMs(() => cleanName(pile))).toBeLessThan(500);
});

test('a clean name is clean already, in normal form, and carries nothing unseen', () =>
  checkProperty(
    fc.property(awkwardText, (text) => {
      const name = cleanName(text);
      expect(cleanName(name)).toBe(name);
      expect(name.normalize('NFC')).toBe(name);
      expect(name).toBe(name.trim());
      expect(name).not.toMatch(
        /[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]|\s\s/u,
      );
      expect(name).not.toMatch(/\p{M}{5}/u);
    }),
  ));

test('a room name is a room name already, within its bounds', () =>
  checkProperty(
    fc.property(awkwardText, (text) => {
      const slug = roomSlug(text);
      expect(roomSlug(slug)).toBe(slug);
      expect(slug).toMatch(/^([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)?$/u);
      expect(slug.length).toBeLessThanOrEqual(limits.nameCodeUnits);
      expect(() => encodeURIComponent(slug)).not.toThrow();
    }),
  ));

test('every character there is, but ideographs, is cleaned for good at once', () => {
  const dull = /[\p{Cn}\p{Co}\p{Ideographic}\uac00-\ud7a3]/u;
  const all = Array.from({ length: 0x11_00_00 }, (_, point) => String.fromCodePoint(point));
  const pieces = all.filter((character) => !dull.test(character)).map((character) => `a${character}b`);
  for (let start = 0; start < pieces.length; start += 16) {
    const text = pieces.slice(start, start + 16).join('');
    const [name, slug] = [cleanName(text), roomSlug(text)];
    if (cleanName(name) !== name || roomSlug(slug) !== slug) throw new Error(`not for good: ${text}`);
  }
});

test('plain text comes out as it would by the long way, which an invisible character sends it', () =>
  checkProperty(
    fc.property(
      fc.string({ unit: 'grapheme-ascii', maxLength: 90 }),
      fc.nat(90),
      fc.nat(90),
      (text, count, most) => {
        expect(cleanName(text)).toBe(cleanName(`\u200b${text}`));
        expect(roomSlug(text)).toBe(roomSlug(`\u200b${text}`));
        expect(graphemes(text)).toBe(graphemes(`${text}é`) - 1);
        expect(truncate(text, count, most)).toBe(truncate(`${text}é`, Math.min(count, text.length), most));
      },
    ),
  ));
