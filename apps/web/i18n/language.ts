import { createContext, useContext } from 'react';
import { readStored, watchStored, writeStored } from '../ui/stored.ts';
import { door } from './en/door.ts';
import { nameWords } from './en/name-words.ts';
import type { Format } from './format.ts';
import { Interpreter, type Language } from './interpreter.ts';
import { languageKey } from './language-key.ts';
import { type AnyTag, allTags, languageOf } from './languages.ts';
import type { Translate } from './translate.ts';

/** This page's one interpreter. It sets out at once: a language is on its way before React is. */
export const interpreter = new Interpreter({
  english: { words: door, nameWords },
  load: (tag) => languageOf(tag).load(),
});

if (typeof window !== 'undefined') {
  void interpreter.start(readStored(languageKey), navigator.languages);
  watchStored(languageKey, (tag) => {
    if (allTags.includes(tag as AnyTag)) void interpreter.choose(tag as AnyTag);
  });
}

/** Speaks another language from now on, here and in this browser's other tabs; false where it does not load. */
export async function chooseLanguage(tag: AnyTag): Promise<boolean> {
  const chosen = await interpreter.choose(tag);
  if (chosen) writeStored(languageKey, tag);
  return chosen;
}

export const LanguageContext = createContext<Language>(interpreter.exported);

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useText(): Translate {
  return useContext(LanguageContext).t;
}

/** Times, dates, sizes and lists as the person reads them. */
export function useFormat(): Format {
  return useContext(LanguageContext).format;
}
