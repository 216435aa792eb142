import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { MemberId, MemberName, RoomName } from './names.ts';
import { checkProperty } from './testing/check-property.ts';
import { cpuTimeMs } from './testing/cpu-time.ts';
import { roomSlug } from './text.ts';

test.each([
  ['Ann', 'Ann'],
  ['  Nguye\u0302\u0303n  ', 'Nguyễn'],
  ['👩🏽‍💻', '👩🏽‍💻'],
  ['x'.repeat(40), 'x'.repeat(40)],
  ['👩🏽‍💻'.repeat(36), '👩🏽‍💻'.repeat(36)],
  [`${' '.repeat(200)}Ann`, 'Ann'],
])('takes the name %j as %j', (sent, taken) => {
  expect(z.parse(MemberName, sent)).toBe(taken);
});

test.each([
  ['nothing', '', 'is empty'],
  ['blanks', ' \u200b\u3164\u200d\t', 'is empty'],
  ['41 characters', 'x'.repeat(41), 'is too long'],
  ['characters of many code points', 'ᄀ'.repeat(257), 'is too long'],
  ['characters of many code units', '👨‍👩‍👧‍👦'.repeat(24), 'is too long'],
  ['no text', 7, undefined],
  ['a list', ['Ann'], undefined],
])('refuses a name of %s', (_what, name, message) => {
  const parsed = z.safeParse(MemberName, name);
  expect(parsed.success).toBe(false);
  if (message) expect(parsed.error?.issues[0]?.message).toBe(message);
});

test.each([['my-room'], ['phòng-họp-số-1'], ['会议室'], ['a'.repeat(64)], ['1']])(
  'takes the room name %j',
  (name) => {
    expect(z.parse(RoomName, name)).toBe(name);
  },
);

test.each([
  [''],
  ['My-Room'],
  ['my room'],
  ['-a'],
  ['a-'],
  ['a--b'],
  ['../etc'],
  ['a/b'],
  ['e\u0301'],
  ['a\u200bb'],
  ['\ud800'],
  ['🎉'],
  ['a'.repeat(65)],
])('refuses the room name %j', (name) => {
  expect(z.safeParse(RoomName, name).success).toBe(false);
});

test('looks at no more of an oversized name than its length', () => {
  const pile = `a${'\u0301'.repeat(20_000)}${'\u0323'.repeat(20_000)}`;
  const busyMs = cpuTimeMs(() => {
    for (let count = 0; count < 20; count += 1) {
      expect(z.safeParse(MemberName, pile).success).toBe(false);
      expect(z.safeParse(RoomName, pile).success).toBe(false);
    }
  });
  expect(busyMs).toBeLessThan(500);
});

test('a name that was taken is taken again, unchanged, within its bounds', () =>
  checkProperty(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const parsed = z.safeParse(MemberName, text);
      if (!parsed.success) return;
      expect(z.parse(MemberName, parsed.data)).toBe(parsed.data);
      expect(parsed.data.length).toBeLessThanOrEqual(limits.nameCodeUnits);
    }),
  ));

test('every name that a room can be given by roomSlug is taken', () =>
  checkProperty(
    fc.property(
      fc.string({ unit: fc.constantFrom('ᄀ', 'क', '्', '\u0344', 'A', ' ', '한', '🎉', '\u0958') }),
      (text) => {
        const slug = roomSlug(text.repeat(20));
        expect(z.safeParse(RoomName, slug).success).toBe(slug !== '');
      },
    ),
  ));

test.each([
  ['', false],
  ['a', true],
  ['x'.repeat(64), true],
  ['x'.repeat(65), false],
  [7, false],
])('an id of %j fits: %s', (id, fits) => {
  expect(z.safeParse(MemberId, id).success).toBe(fits);
});
