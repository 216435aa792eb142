/** Items in an order that leaves no two in one place. Searching is by halves; moving 10,000 pointers takes microseconds. */
export class SortedList<Key, Item extends Key> {
  readonly #items: Item[] = [];
  readonly #compare: (a: Key, b: Key) => number;

  constructor(compare: (a: Key, b: Key) => number) {
    this.#compare = compare;
  }

  add(item: Item): void {
    this.#items.splice(this.#place(item), 0, item);
  }

  delete(item: Item): void {
    const index = this.#place(item);
    if (this.#items[index] === item) this.#items.splice(index, 1);
  }

  /** Puts `next` in the place of `item`, or where it belongs. */
  replace(item: Item, next: Item): void {
    if (this.#compare(item, next) === 0) {
      const index = this.#place(item);
      if (this.#items[index] === item) this.#items[index] = next;
      return;
    }
    const from = this.#place(item);
    if (this.#items[from] !== item) {
      this.add(next);
      return;
    }
    // Only what stands between the two places makes room; taking out and putting in would move all behind them.
    const to = this.#place(next);
    if (to > from) {
      for (let index = from; index < to - 1; index += 1) this.#items[index] = this.#items[index + 1] as Item;
      this.#items[to - 1] = next;
    } else {
      for (let index = from; index > to; index -= 1) this.#items[index] = this.#items[index - 1] as Item;
      this.#items[to] = next;
    }
  }

  /** From the first item behind `key`, or from the very first. */
  *after(key: Key | undefined): Generator<Item> {
    let index = key === undefined ? 0 : this.#place(key);
    const first = this.#items[index];
    if (key !== undefined && first !== undefined && this.#compare(first, key) === 0) index += 1;
    for (; index < this.#items.length; index += 1) yield this.#items[index] as Item;
  }

  /** The first index whose item does not come before `key`. */
  #place(key: Key): number {
    let [low, high] = [0, this.#items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.#items[middle] as Item, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
