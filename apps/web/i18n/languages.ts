import type { Catalogue } from './translate.ts';
import type { NameWords } from './words.ts';

/** What a language brings along. */
export interface Vocabulary {
  readonly words: Catalogue;
  readonly nameWords: NameWords;
}

interface Entry {
  /** The language's name in itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** Its words, all of them; only the chosen language's are ever loaded. */
  load(): Promise<Vocabulary>;
}

/** The languages people can choose, by BCP 47 tag, in the picker's order. */
export const languages = {
  en: {
    name: 'English',
    dir: 'ltr',
    load: async () => {
      const [{ en }, { nameWords }] = await Promise.all([
        import('./en/index.ts'),
        import('./en/name-words.ts'),
      ]);
      return { words: en, nameWords };
    },
  },
  de: { name: 'Deutsch', dir: 'ltr', load: async () => (await import('./de/index.ts')).de },
  es: { name: 'Español', dir: 'ltr', load: async () => (await import('./es/index.ts')).es },
  fr: { name: 'Français', dir: 'ltr', load: async () => (await import('./fr/index.ts')).fr },
  vi: { name: 'Tiếng Việt', dir: 'ltr', load: async () => (await import('./vi/index.ts')).vi },
} as const satisfies Record<string, Entry>;

/** Languages nobody speaks: they show how pages bear longer words (`en-XA`) and the other direction (`ar-XB`). */
const pseudoLanguages = {
  'en-XA': { name: 'Ļöñĝ', dir: 'ltr', load: async () => (await import('./pseudo.ts')).longer() },
  'ar-XB': { name: 'Mirrored', dir: 'rtl', load: async () => (await import('./pseudo.ts')).mirrored() },
} as const satisfies Record<string, Entry>;

export type LanguageTag = keyof typeof languages;
export type AnyTag = LanguageTag | keyof typeof pseudoLanguages;

const all: Readonly<Record<AnyTag, Entry>> = { ...languages, ...pseudoLanguages };

export function languageOf(tag: AnyTag): Entry {
  return all[tag];
}

export const languageTags = Object.keys(languages) as readonly LanguageTag[];
export const allTags = Object.keys(all) as readonly AnyTag[];
export const rightToLeft = allTags.filter((tag) => all[tag].dir === 'rtl');
