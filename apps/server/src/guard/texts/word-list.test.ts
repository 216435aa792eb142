import { expect, test } from '@jest/globals';
import { WordList } from './word-list.ts';

const list = new WordList([
  'fuck*',
  'cunt',
  'ass',
  'shit',
  'slit',
  'hell',
  'idiot',
  'moron',
  'kill yourself',
  '1488',
  'cặc',
  '傻逼',
  'сука',
]);

test.each([
  'cunt',
  'You CUNT!',
  'cünt',
  'сunt', // Cyrillic с
  'CUΝT', // Greek Ν
  'fuck',
  'fucking',
  'FUСКER',
  'f.u.c.k',
  'f u c k',
  'f-u-c-k-i-n-g',
  'f u c k e r',
  'u r a f u c k',
  'fu-ck you',
  'f\u200bu\u200bc\u200bk',
  'f🍆u🍆c🍆k',
  'f*u*c*k',
  'ｆｕｃｋ',
  '𝐟𝐮𝐜𝐤',
  'ꜰᴜᴄᴋ',
  '**f**uck',
  'sh1t',
  '5h1t',
  'sh!t!',
  '$hit',
  'a$$',
  '@ss',
  'shit2024',
  'my_shit_video.mp4',
  'shit-happens',
  'IDIOT',
  'ldiot',
  '1d1ot',
  'rnoron',
  'go to hell',
  'kill yourself',
  'Kill... yourself!',
  'killyourself',
  '1488',
  'con cặc',
  'con CAC',
  '你是傻逼吗',
  'СУКА',
  'cука',
  'Z̷͉̈a shit̸',
  "shit's",
])('%j is found', (text) => {
  expect(list.finds(text)).toBe(true);
});

test.each([
  '',
  'Scunthorpe',
  'S c u n t h o r p e',
  'S.c.u.n.t.h.o.r.p.e',
  'class, assess, pass',
  'bassist',
  "he'll be there",
  'he’ll be there',
  'shell',
  'silt',
  'SILT',
  'room 455',
  'take the A55',
  'is h it',
  'a s sure',
  'các bạn',
  'firetruck',
  '$$$',
  'C:/as s',
  'https://example.com/as/s',
  'the kill was quick, yourself',
  '14880',
  'as I said',
  '!!! ??? 🎉',
])('%j is not', (text) => {
  expect(list.finds(text)).toBe(false);
});

test('an empty list finds nothing, and words without letters mean nothing', () => {
  expect(new WordList([]).finds('anything')).toBe(false);
  expect(new WordList(['***', ' ']).finds('*** anything')).toBe(false);
  expect(['***', '', '*'].map(WordList.meansSomething)).toEqual([false, false, false]);
  expect(['a*', '88', '傻'].map(WordList.meansSomething)).toEqual([true, true, true]);
});

test('the longest message made to be hard is read in a moment, beside a full list', () => {
  const words = Array.from({ length: 1_000 }, (_, index) => `${'il'.repeat(20)}${index.toString(36)}`);
  const hard = new WordList(words);
  const began = performance.now();
  expect(hard.finds('l1'.repeat(6_000))).toBe(false);
  expect(hard.finds('l '.repeat(6_000))).toBe(false);
  expect(hard.finds('1.'.repeat(6_000))).toBe(false);
  expect(performance.now() - began).toBeLessThan(4_000);
});
