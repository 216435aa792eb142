import { withDeadline } from '@earshot/lifetime';

const waitAtMostMs = 15_000;

interface Waiter<T> {
  match(item: T): boolean;
  resolve(item: T): void;
  reject(error: Error): void;
}

/** Nothing more comes, and what was wanted did not. */
export class EndedError extends Error {}

/** What has arrived and was not taken yet, in its order. */
export class Inbox<T> {
  readonly #items: T[] = [];
  readonly #waiters = new Set<Waiter<T>>();
  #ended = false;

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

  /** Lets those who wait know that they wait in vain. */
  end(): void {
    this.#ended = true;
    for (const waiter of this.#waiters) waiter.reject(new EndedError('the connection ended'));
  }

  /** Takes the first item that matches out, waiting for it where it is not there yet. */
  async take(what: string, match: (item: T) => boolean): Promise<T> {
    const found = this.#items.findIndex(match);
    if (found >= 0) return this.#items.splice(found, 1)[0] as T;
    if (this.#ended) throw new EndedError(what);
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const waiter = { match, resolve, reject };
    this.#waiters.add(waiter);
    try {
      return await withDeadline(promise, { what, limitMs: waitAtMostMs });
    } finally {
      this.#waiters.delete(waiter);
    }
  }
}
