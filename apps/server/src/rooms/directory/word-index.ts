/** Which rooms have a word that begins so. */
export class WordIndex<Item> {
  readonly #byWord = new Map<string, Set<Item>>();
  /** All words, so that those with one beginning stand together. */
  readonly #words: string[] = [];

  get size(): number {
    return this.#words.length;
  }

  add(words: readonly string[], item: Item): void {
    for (const word of words) {
      const items = this.#byWord.get(word);
      if (items) items.add(item);
      else {
        this.#byWord.set(word, new Set([item]));
        this.#words.splice(this.#place(word), 0, word);
      }
    }
  }

  delete(words: readonly string[], item: Item): void {
    for (const word of words) {
      const items = this.#byWord.get(word);
      if (!items?.delete(item) || items.size > 0) continue;
      this.#byWord.delete(word);
      this.#words.splice(this.#place(word), 1);
    }
  }

  /** How many items `starting` goes over at most, or more than `enough`. */
  count(beginning: string, enough: number): number {
    let count = 0;
    for (const items of this.#starting(beginning)) {
      count += items.size;
      if (count > enough) break;
    }
    return count;
  }

  /** The items that have a word which begins so. */
  starting(beginning: string): Set<Item> {
    const all = new Set<Item>();
    for (const items of this.#starting(beginning)) for (const item of items) all.add(item);
    return all;
  }

  *#starting(beginning: string): Generator<Set<Item>> {
    for (let index = this.#place(beginning); this.#words[index]?.startsWith(beginning); index += 1) {
      yield this.#byWord.get(this.#words[index] as string) as Set<Item>;
    }
  }

  #place(word: string): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#words[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
