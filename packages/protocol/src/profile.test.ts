import { expect, test } from '@jest/globals';
import { limits } from './limits.ts';
import { Profile } from './profile.ts';

const ada = { name: 'Ada', emoji: '🦊', status: 'Back at five' };

test.each([
  [ada, ada],
  [
    { name: ' Ada ', emoji: '', status: '  ' },
    { name: 'Ada', emoji: '', status: '' },
  ],
  [
    { ...ada, emoji: '👩🏽‍💻', status: 'x\u202ey' },
    { ...ada, emoji: '👩🏽‍💻', status: 'xy' },
  ],
  [
    { ...ada, status: '👩🏽‍💻'.repeat(30) },
    { ...ada, status: '👩🏽‍💻'.repeat(30) },
  ],
])('reads %j', (sent, read) => {
  expect(Profile.parse(sent)).toEqual(read);
});

test.each([
  ['no name', { ...ada, name: '' }],
  ['two emoji', { ...ada, emoji: '🦊🦊' }],
  ['a letter for an emoji', { ...ada, emoji: 'a' }],
  ['an endless emoji', { ...ada, emoji: '🏽'.repeat(100) }],
  ['a status too long', { ...ada, status: 'x'.repeat(limits.statusGraphemes + 1) }],
  ['a status of one endless grapheme', { ...ada, status: `x${'\u0301'.repeat(300)}` }],
  ['no status', { name: 'Ada', emoji: '' }],
])('refuses %s', (_what, sent) => {
  expect(Profile.safeParse(sent).success).toBe(false);
});
