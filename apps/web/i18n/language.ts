import { createContext, useContext } from 'react';
import { nameWords } from './en/name-words.ts';
import { english, type Translate } from './translate.ts';

export interface NameWords {
  readonly qualities: readonly string[];
  readonly things: readonly string[];
  readonly creatures: readonly string[];
}

/** What the interface speaks. Exported pages are English; another language takes over in the browser. */
export interface Language {
  /** A BCP 47 tag, such as `en`. */
  readonly locale: string;
  readonly t: Translate;
  readonly nameWords: NameWords;
}

const inEnglish: Language = { locale: 'en', t: english, nameWords };

const LanguageContext = createContext(inEnglish);

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useText(): Translate {
  return useContext(LanguageContext).t;
}
