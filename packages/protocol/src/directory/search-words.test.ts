import { expect, test } from '@jest/globals';
import { fold, found, indexWords, queryWords } from './search-words.ts';

const finds = (query: string, text: string) => found(queryWords(query), indexWords(text));

test.each([
  ['phong tra', 'Phòng Trà của Ada'],
  ['PHÒNG', 'phòng-khách'],
  ['dong', 'Đồng Nai'],
  ['strasse', 'Straßenfest'],
  ['lodz', 'Łódź'],
  ['cafe', 'CAFÉ du coin'],
  ['ουρανος', 'Οὐρανός'],
  ['ежик', 'Ёжик'],
  ['سلام', 'سَلَام'],
  ['שלום', 'שָׁלוֹם'],
  ['istanbul', 'İSTANBUL'],
  ['ear', 'ＥＡＲ shot'],
  ['会议', '今日会议室'],
  ['議', '会議'],
  ['ほん', 'にほんご'],
  ['ชา', 'ห้องชาเย็น'],
  ['हिन्', 'हिन्दी कक्षा'],
  ['한국', '한국어 방'],
  ['ev tea', 'evening tea'],
  ['tea evening', 'evening tea'],
  ['37', 'quiet-maple-37'],
  ['', 'anything'],
])('%j finds %j', (query, text) => {
  expect(finds(query, text)).toBe(true);
});

test.each([
  ['tea coffee', 'evening tea'],
  ['ning', 'evening tea'],
  ['会室', '今日会议室'],
  ['か', 'がき'],
])('%j does not find %j', (query, text) => {
  expect(finds(query, text)).toBe(false);
});

test('what is folded folds to itself', () => {
  for (const text of ['Phòng Trà', 'İI', 'ẞ', 'ﬁn', 'ΣΊΣΥΦΟΣ', 'Łódź', 'がギ', '한국', 'हिन्दी', 'ĲSSEL ĳ']) {
    expect(fold(fold(text))).toBe(fold(text));
  }
});

test('a text as long as one may be is soon taken apart', () => {
  const startMs = performance.now();
  for (const text of ['a', '会', '\u0301', 'ａ\u0301', ' ', 'ﷺ']) {
    expect(indexWords(text.repeat(480)).length).toBeLessThan(500);
  }
  expect(performance.now() - startMs).toBeLessThan(1_000);
});
