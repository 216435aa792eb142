import { chooseLanguage, localeFor } from './choose-language.ts';
import { type Format, formatter } from './format.ts';
import { type AnyTag, allTags, languageOf, languageTags, type Vocabulary } from './languages.ts';
import { type Catalogue, type Translate, translator } from './translate.ts';
import type { NameWords } from './words.ts';

/** What the interface speaks. */
export interface Language {
  readonly tag: AnyTag;
  readonly dir: 'ltr' | 'rtl';
  /** BCP 47 with the person's region where that fits, such as `en-GB`: how times and numbers are written. */
  readonly locale: string;
  readonly t: Translate;
  readonly format: Format;
  readonly nameWords: NameWords;
  /** Whether it is the one that stays; until then it is the English of the exported page. */
  readonly settled: boolean;
}

interface InterpreterOptions {
  /** The English that the page was exported with and comes with. */
  readonly english: Vocabulary;
  /** All words of a language. Called again after it failed. */
  load(tag: AnyTag): Promise<Vocabulary>;
}

/** Decides what language is spoken, and loads it. */
export class Interpreter {
  /** What the exported page speaks. */
  readonly exported: Language;
  readonly #options: InterpreterOptions;
  readonly #listeners = new Set<() => void>();
  #language: Language;
  #preferred: readonly string[] = [];
  /** The language asked for last; an older one that arrives later is not spoken. */
  #wanted: AnyTag = 'en';
  #arriving: Promise<boolean> | undefined;
  #whole = false;

  constructor(options: InterpreterOptions) {
    this.#options = options;
    this.exported = this.#speak('en', options.english, false);
    this.#language = this.exported;
  }

  get language(): Language {
    return this.#language;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Chooses for somebody who has just come. English is spoken where their language does not load. */
  async start(stored: string | null, preferred: readonly string[]): Promise<void> {
    this.#preferred = preferred;
    const tag = chooseLanguage(stored, preferred, languageTags, allTags) as AnyTag;
    if (tag !== 'en' && (await this.choose(tag))) return;
    if (!this.#language.settled) this.#set(this.#speak('en', this.#options.english, true));
  }

  /** Speaks another language as soon as its words are here; false where they would not come. */
  choose(tag: AnyTag): Promise<boolean> {
    if (tag === this.#language.tag && this.#whole) {
      this.#wanted = tag;
      return Promise.resolve(true);
    }
    this.#wanted = tag;
    const arriving = this.#fetch(tag).finally(() => {
      if (this.#arriving === arriving) this.#arriving = undefined;
    });
    this.#arriving = arriving;
    return arriving;
  }

  /**
   * The words for what lies behind the first view, which English leaves for later.
   * @throws when they do not load; the next call tries again.
   */
  async whole(): Promise<void> {
    while (!this.#whole) {
      const asked = this.#arriving;
      const came = await (asked ?? this.choose(this.#language.tag));
      if (!came && !asked) throw new Error('The words did not load');
    }
  }

  async #fetch(tag: AnyTag): Promise<boolean> {
    try {
      const vocabulary = await this.#options.load(tag);
      if (this.#wanted !== tag) return true;
      this.#whole = true;
      this.#set(this.#speak(tag, vocabulary, true));
      return true;
    } catch {
      if (this.#wanted === tag) this.#wanted = this.#language.tag;
      return false;
    }
  }

  #speak(tag: AnyTag, { words, nameWords }: Vocabulary, settled: boolean): Language {
    const locale = localeFor(tag, this.#preferred);
    const { dir } = languageOf(tag);
    const t = translator(locale, words as Catalogue);
    return { tag, dir, locale, t, format: formatter(locale), nameWords, settled };
  }

  #set(language: Language): void {
    this.#language = language;
    for (const listener of this.#listeners) listener();
  }
}
