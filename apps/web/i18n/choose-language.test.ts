import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { bootScript } from './boot-script.ts';
import { chooseLanguage, localeFor } from './choose-language.ts';
import { allTags, languageTags } from './languages.ts';

const cases: [stored: string | null, preferred: string[], chosen: string][] = [
  [null, [], 'en'],
  [null, ['en-US'], 'en'],
  [null, ['fr-CA', 'en'], 'fr'],
  [null, ['VI'], 'vi'],
  [null, ['zh-Hant-TW', 'de-AT', 'en'], 'de'],
  [null, ['zh', 'ja'], 'en'],
  [null, ['ar-XB'], 'en'],
  ['es', ['fr'], 'es'],
  ['en', ['fr'], 'en'],
  ['ar-XB', ['fr'], 'ar-XB'],
  ['klingon', ['fr'], 'fr'],
  ['', ['de'], 'de'],
];

test.each(cases)('stored %j and a browser that prefers %j give %s', (stored, preferred, chosen) => {
  expect(chooseLanguage(stored, preferred, languageTags, allTags)).toBe(chosen);
});

test.each(cases)('the head of the page says the same: %j, %j, %s', (stored, languages, chosen) => {
  const documentElement = { lang: 'en', dir: 'ltr', dataset: {} as Record<string, string> };
  runInNewContext(bootScript(), {
    localStorage: { getItem: () => stored },
    navigator: { languages },
    document: { documentElement },
  });
  expect(documentElement).toEqual({
    lang: chosen,
    dir: chosen === 'ar-XB' ? 'rtl' : 'ltr',
    dataset: chosen === 'en' ? {} : { words: 'coming' },
  });
});

test('storage that is blocked leaves the choice to the browser', () => {
  const documentElement = { lang: 'en', dir: 'ltr', dataset: {} };
  const blocked = {
    getItem: () => {
      throw new Error('SecurityError');
    },
  };
  runInNewContext(bootScript(), {
    localStorage: blocked,
    navigator: { languages: ['vi'] },
    document: { documentElement },
  });
  expect(documentElement.lang).toBe('vi');
});

test('times and numbers follow the person’s region where it goes with the language they read', () => {
  expect(localeFor('en', ['en-GB', 'en'])).toBe('en-GB');
  expect(localeFor('de', ['fr', 'de-CH'])).toBe('de-CH');
  expect(localeFor('fr', ['en-US'])).toBe('fr');
  expect(localeFor('en', ['en-not_a_tag'])).toBe('en');
});
