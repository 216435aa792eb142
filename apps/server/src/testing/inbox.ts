import { withDeadline } from '@earshot/lifetime';

const waitAtMostMs = 5_000;

interface Waiter<T> {
  match(item: T): boolean;
  resolve(item: T): void;
}

/** What has arrived and was not taken yet, in its order. */
export class Inbox<T> {
  readonly #items: T[] = [];
  readonly #waiters = new Set<Waiter<T>>();

  get items(): readonly T[] {
    return this.#items;
  }

  push(item: T): void {
    for (const waiter of this.#waiters) {
      if (!waiter.match(item)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(item);
      return;
    }
    this.#items.push(item);
  }

  /** Takes the first item that matches out, waiting for it where it is not there yet. */
  async take(what: string, match: (item: T) => boolean): Promise<T> {
    const found = this.#items.findIndex(match);
    if (found >= 0) return this.#items.splice(found, 1)[0] as T;
    const { promise, resolve } = Promise.withResolvers<T>();
    const waiter = { match, resolve };
    this.#waiters.add(waiter);
    try {
      return await withDeadline(promise, { what, limitMs: waitAtMostMs });
    } finally {
      this.#waiters.delete(waiter);
    }
  }
}
