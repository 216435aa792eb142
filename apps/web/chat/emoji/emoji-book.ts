import Database from 'emoji-picker-element/database';
import type { Emoji, NativeEmoji, SkinTone } from 'emoji-picker-element/shared';
import { newestDrawn } from './newest-drawn.ts';

/** One emoji as a person picks it, in their own skin tone and by their own language's name. */
export interface Glyph {
  readonly emoji: string;
  /** The one without a tone, by which habits are counted. */
  readonly plain: string;
  readonly name: string;
}

/** Served from our own origin, as files of the build: nobody else learns who looks for an emoji. */
const sources: Readonly<Record<string, URL>> = {
  en: new URL('emoji-picker-element-data/en/emojibase/data.json', import.meta.url),
  fr: new URL('emoji-picker-element-data/fr/emojibase/data.json', import.meta.url),
  vi: new URL('emoji-picker-element-data/vi/cldr-native/data.json', import.meta.url),
  es: new URL('emoji-picker-element-data/es/cldr-native/data.json', import.meta.url),
  de: new URL('emoji-picker-element-data/de/cldr-native/data.json', import.meta.url),
};

/** Search results beyond this are not what anybody was looking for. */
const mostFound = 120;
const mostOften = 16;

/** The emoji of one language, as the browser keeps them after the first look (IndexedDB). */
export class EmojiBook {
  readonly #data: Database;
  readonly #newest = newestDrawn();

  /** @param locale a BCP 47 tag; languages without data of their own get the English names. */
  constructor(locale: string) {
    const language = locale.split('-')[0] ?? '';
    const known = language in sources ? language : 'en';
    this.#data = new Database({ locale: known, dataSource: String(sources[known]) });
  }

  async group(group: number, tone: SkinTone): Promise<Glyph[]> {
    return this.#glyphs(await this.#data.getEmojiByGroup(group), tone);
  }

  async search(query: string, tone: SkinTone): Promise<Glyph[]> {
    return this.#glyphs(await this.#data.getEmojiBySearchQuery(query), tone).slice(0, mostFound);
  }

  /** What this person picks most. */
  async often(tone: SkinTone): Promise<Glyph[]> {
    return this.#glyphs(await this.#data.getTopFavoriteEmoji(mostOften), tone);
  }

  tone(): Promise<SkinTone> {
    return this.#data.getPreferredSkinTone();
  }

  setTone(tone: SkinTone): Promise<void> {
    return this.#data.setPreferredSkinTone(tone);
  }

  picked(glyph: Glyph): Promise<void> {
    return this.#data.incrementFavoriteEmojiCount(glyph.plain);
  }

  #glyphs(found: readonly Emoji[], tone: SkinTone): Glyph[] {
    return found.filter(isNative).flatMap(({ unicode, annotation, version, skins }) => {
      if (version > this.#newest) return [];
      const toned = skins?.find((skin) => skin.tone === tone && skin.version <= this.#newest);
      return [{ emoji: toned?.unicode ?? unicode, plain: unicode, name: annotation }];
    });
  }
}

function isNative(emoji: Emoji): emoji is NativeEmoji {
  return 'unicode' in emoji;
}

const books = new Map<string, EmojiBook>();

/** The one book of a language, however many pickers look into it. */
export function emojiBook(locale: string): EmojiBook {
  const book = books.get(locale) ?? new EmojiBook(locale);
  books.set(locale, book);
  return book;
}
