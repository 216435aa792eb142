import { limits } from '@earshot/protocol';

/** Items by one of their words, such as a tag, and which words most of them have. */
export class Facet<Item> {
  readonly #items = new Map<string, Set<Item>>();
  #common: readonly (readonly [string, number])[] | undefined;

  add(words: Iterable<string>, item: Item): void {
    for (const word of words) {
      const items = this.#items.get(word) ?? new Set();
      this.#items.set(word, items.add(item));
      this.#common = undefined;
    }
  }

  delete(words: Iterable<string>, item: Item): void {
    for (const word of words) {
      const items = this.#items.get(word);
      if (!items?.delete(item)) continue;
      if (items.size === 0) this.#items.delete(word);
      this.#common = undefined;
    }
  }

  with(word: string): ReadonlySet<Item> {
    return this.#items.get(word) ?? new Set();
  }

  /** The words of most items and how many those are; looked through again only where one has changed. */
  common(): readonly (readonly [string, number])[] {
    this.#common ??= [...this.#items]
      .map(([word, { size }]) => [word, size] as const)
      .sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
      .slice(0, limits.directoryFacets);
    return this.#common;
  }
}
