import { cleanName, limits, roomSlug, truncate } from '@earshot/protocol';
import { describe, expect, test } from '@jest/globals';
import { randomPersonName, randomRoomName } from '../home/random-names.ts';
import { de } from './de/index.ts';
import { operator as operatorDe } from './de/operator.ts';
import { en } from './en/index.ts';
import { nameWords } from './en/name-words.ts';
import { operator } from './en/operator.ts';
import { es } from './es/index.ts';
import { operator as operatorEs } from './es/operator.ts';
import { fr } from './fr/index.ts';
import { operator as operatorFr } from './fr/operator.ts';
import type { Catalogue, Plural } from './translate.ts';
import { vi } from './vi/index.ts';
import { operator as operatorVi } from './vi/operator.ts';

const english: Catalogue = { ...en, ...operator };
const others: Readonly<Record<string, Catalogue>> = {
  de: { ...de.words, ...operatorDe },
  es: { ...es.words, ...operatorEs },
  fr: { ...fr.words, ...operatorFr },
  vi: { ...vi.words, ...operatorVi },
};

/** Words that are the same in both, by language. */
const sameOnPurpose: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Esc',
    'Bitrate',
    'Chat',
    'Codec',
    'Emoji',
    'Jitter',
    'Link',
    'OK',
    'Person',
    'Spam',
    'Status',
    'Stereo',
    'Text',
    'Video',
  ],
  es: ['Esc', 'Chat', 'Emoji', 'Jitter', 'Spam'],
  fr: ['Chat', 'Codec', 'Messages', 'Spam', 'Volume'],
  vi: ['Esc', 'Camera', 'Camera {number}', 'Chat', 'Emoji', 'Video'],
};

function forms(entry: string | Plural | undefined): string[] {
  if (entry === undefined) return [];
  return typeof entry === 'string' ? [entry] : Object.values(entry);
}

function slots(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}

/** A problem with each sentence of a language for which `wrong` gives one. */
function problems(
  words: Catalogue,
  wrong: (text: string, key: string) => string | false | undefined,
): string[] {
  return Object.entries(words).flatMap(([key, entry]) =>
    forms(entry).flatMap((text) => {
      const problem = wrong(text, key);
      return problem ? [`${key}: “${text}” ${problem}`] : [];
    }),
  );
}

describe.each(Object.entries({ en: english, ...others }))('the plurals of %s', (locale, words) => {
  test('stand where English has one, with every form the grammar knows', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
    for (const [key, entry] of Object.entries(words)) {
      expect([key, typeof entry]).toEqual([key, typeof english[key]]);
      if (typeof entry !== 'string') expect([key, Object.keys(entry).sort()]).toEqual([key, needed]);
    }
  });
});

describe.each(Object.entries(others))('%s', (locale, words) => {
  test('has every sentence, and none that is gone from English', () => {
    const missing = Object.keys(english).filter((key) => !(key in words));
    const gone = Object.keys(words).filter((key) => !(key in english));
    expect({ missing, gone }).toEqual({ missing: [], gone: [] });
  });

  test('fills the slots English fills', () => {
    const found = problems(words, (text, key) => {
      const wanted = new Set(forms(english[key]).map(slots));
      return english[key] !== undefined && !wanted.has(slots(text)) && `has slots ${slots(text) || 'none'}`;
    });
    expect(found).toEqual([]);
  });

  test('is not English', () => {
    const found = problems(words, (text, key) => {
      const letters = text.replace(/\{\w+\}|Earshot/g, '').match(/\p{L}/u);
      if (!letters || sameOnPurpose[locale]?.includes(text)) return;
      return forms(english[key]).includes(text) && 'is the English sentence';
    });
    expect(found).toEqual([]);
  });

  test('ends its sentences as English does', () => {
    const end = (text = '') => /[.…?!:]?$/u.exec(text)?.[0];
    const found = problems(words, (text, key) => {
      const [first] = forms(english[key]).slice(-1);
      return first !== undefined && end(text) !== end(first) && `does not end like “${first}”`;
    });
    expect(found).toEqual([]);
  });

  test('is not much longer than English, so that buttons stay buttons', () => {
    const found = problems(words, (text, key) => {
      const longest = Math.max(0, ...forms(english[key]).map((each) => each.length));
      return longest > 0 && text.length > Math.max(16, longest * 2) && 'is more than twice as long';
    });
    expect(found).toEqual([]);
  });
});

describe.each(Object.entries({ en: english, ...others }))('the typography of %s', (locale, words) => {
  test('has no typewriter’s quotes, dots, double spaces or empty sentences', () => {
    const found = problems(words, (text) => {
      if (text.trim() !== text || text === '') return 'is empty or has a space around it';
      if (/["']|\.\.\.| {2}|--/.test(text)) return 'has a typewriter’s quote, dots, dash or two spaces';
      return;
    });
    expect(found).toEqual([]);
  });

  const rules: Readonly<Record<string, (text: string) => string | false>> = {
    fr: (text) =>
      (/[^\u202f\p{P}][?!;»]/u.test(text) && 'lacks the narrow no-break space before ? ! ; »') ||
      (/[^\u202f\p{P}\d]:(?!\/\/|\d)/u.test(text.replace('https:', '')) && 'lacks it before :') ||
      (/«(?!\u202f)/.test(text) && 'lacks it behind «') ||
      (/[“”„]/.test(text) && 'has quotes that are not French'),
    de: (text) =>
      (/[”«»]/.test(text) && 'has quotes that are not German') ||
      (/“/.test(text) && !/„[^“]+“/.test(text) && 'opens a quote that is not German') ||
      (/[^\u00a0]…/u.test(text) && 'lacks the no-break space before …'),
    es: (text) =>
      (text.split('?').length !== text.split('¿').length && 'lacks ¿ or ?') ||
      (text.split('!').length !== text.split('¡').length && 'lacks ¡ or !') ||
      (/[„“”]/.test(text) && 'has quotes that are not Spanish'),
    vi: (text) => text !== text.normalize('NFC') && 'is not in one normal form',
  };

  test('follows its own rules', () => {
    expect(problems(words, (text) => rules[locale]?.(text))).toEqual([]);
  });
});

test('every problem and ended sentence has its next step', () => {
  const keys = new Set(Object.keys(english));
  const first = [...keys].filter((key) => keys.has(`${key}Next`));
  const next = [...keys].filter((key) => key.endsWith('Next'));
  expect(first.map((key) => `${key}Next`).sort()).toEqual(next.sort());
});

describe.each(Object.entries({ de, es, fr, vi, en: { nameWords } }))(
  'the name words of %s',
  (_, language) => {
    const { qualities, things, creatures } = language.nameWords;

    test('are many, and none stands there twice', () => {
      for (const list of [qualities, things, creatures]) {
        expect(new Set(list).size).toBe(list.length);
        expect(list.length).toBeGreaterThanOrEqual(40);
      }
    });

    test('give room names that are links in letters of every keyboard', () => {
      for (let index = 0; index < 400; index += 1) {
        const name = randomRoomName(language.nameWords, Math.random);
        expect(name).toMatch(/^[a-z]+(-[a-z]+)+-\d\d$/);
        expect(roomSlug(name)).toBe(name);
      }
    });

    test('give clean names for people, with a capital and none too long', () => {
      for (let index = 0; index < 400; index += 1) {
        const name = randomPersonName(language.nameWords, Math.random);
        expect(truncate(cleanName(name), limits.memberNameGraphemes)).toBe(name);
        expect(name).toMatch(/^\p{Lu}\p{Ll}+ /u);
      }
    });
  },
);
