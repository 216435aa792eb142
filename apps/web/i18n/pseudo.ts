import { en } from './en/index.ts';
import { nameWords } from './en/name-words.ts';
import type { Vocabulary } from './languages.ts';
import type { Catalogue } from './translate.ts';

const accented: Readonly<Record<string, string>> = {
  a: 'ä',
  c: 'ç',
  d: 'ð',
  e: 'é',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  l: 'ļ',
  n: 'ñ',
  o: 'ö',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  y: 'ý',
  z: 'ž',
};

/** English with accents and two fifths longer, as the wordiest languages are. */
export function longer(english: Catalogue = en): Vocabulary {
  return rewritten(english, (text) =>
    text.replace(/\p{L}+/gu, (word) => {
      const letters = word.replace(/./gu, (letter) => accented[letter] ?? letter);
      return letters + '~'.repeat(Math.round(word.length * 0.4));
    }),
  );
}

/** English written from right to left: each word is turned round, as a browser turns Arabic. */
export function mirrored(english: Catalogue = en): Vocabulary {
  return rewritten(english, (text) => text.replace(/\p{L}+/gu, '\u200f\u202e$&\u202c\u200f'));
}

function rewritten(english: Catalogue, rewrite: (text: string) => string): Vocabulary {
  const sentence = (text: string) =>
    text
      .split(/(\{\w+\})/)
      .map((part) => (part.startsWith('{') ? part : rewrite(part)))
      .join('');
  const words = Object.entries(english).map(([key, entry]) => [
    key,
    typeof entry === 'string'
      ? sentence(entry)
      : Object.fromEntries(Object.entries(entry).map(([form, text]) => [form, sentence(text)])),
  ]);
  return { words: Object.fromEntries(words), nameWords };
}
