import { type OperatorProblem, problemOf } from './operator-problem.ts';
import { listOf, type Page, readAnew, type SteadyList, waitingIn, withMore } from './steady-list.ts';

/** What there is to see of a list. */
export type RollSight<Item> =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly problem: OperatorProblem }
  | {
      readonly at: 'there';
      readonly list: SteadyList<Item>;
      /** So many have come in between and wait to be shown. */
      readonly waiting: number;
      readonly more: 'idle' | 'loading' | 'failed';
      /** Something else is asked for, and on its way. */
      readonly turning: boolean;
    };

interface RollOptions<Item> {
  idOf(item: Item): string;
  /** @param after the `next` of the page before */
  page(after: string | undefined): Promise<Page<Item>>;
}

/** One list of the server's: read page by page, and kept up to date without moving under anybody's finger. */
export class Roll<Item> {
  readonly #options: RollOptions<Item>;
  readonly #listeners = new Set<() => void>();
  #sight: RollSight<Item> = { at: 'loading' };
  #pages = 1;
  /** Answers to older questions are not for this list any more. */
  #asking = 0;

  constructor(options: RollOptions<Item>) {
    this.#options = options;
  }

  readonly sight = (): RollSight<Item> => this.#sight;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads as much as is shown. What is shown stays where that fails. @throws OperatorError */
  async refresh(): Promise<void> {
    if (this.#sight.at === 'there' && this.#sight.more === 'loading') return;
    this.#asking += 1;
    const asking = this.#asking;
    try {
      const fresh = await this.#read();
      if (asking !== this.#asking) return;
      const sight = this.#sight;
      const steady = sight.at === 'there' && !sight.turning;
      this.#there(steady ? readAnew(sight.list, fresh, this.#options.idOf) : listOf(fresh));
    } catch (error) {
      const nothing = this.#sight.at !== 'there' || this.#sight.turning;
      if (asking === this.#asking && nothing) this.#set({ at: 'failed', problem: problemOf(error) });
      throw error;
    }
  }

  /** Something else is wanted from now on: the next reading shows it from its beginning. */
  turn(): void {
    this.#asking += 1;
    this.#pages = 1;
    this.#set(this.#sight.at === 'there' ? { ...this.#sight, turning: true } : { at: 'loading' });
  }

  /** Reads what follows. */
  async more(): Promise<void> {
    const sight = this.#sight;
    const next = sight.at === 'there' && sight.more !== 'loading' && !sight.turning && sight.list.fresh.next;
    if (sight.at !== 'there' || !next) return;
    this.#asking += 1;
    const asking = this.#asking;
    this.#set({ ...sight, more: 'loading' });
    try {
      const page = await this.#options.page(next);
      if (asking !== this.#asking) return;
      this.#pages += 1;
      this.#there(withMore(sight.list, page, this.#options.idOf));
    } catch {
      if (asking === this.#asking) this.#set({ ...sight, more: 'failed' });
    }
  }

  /** Puts everything where it belongs now. */
  settle(): void {
    const sight = this.#sight;
    if (sight.at === 'there' && !sight.turning) this.#there(listOf(sight.list.fresh));
  }

  async #read(): Promise<Page<Item>> {
    const first = await this.#options.page(undefined);
    // By id: between two questions something may have moved into the next page.
    const items = new Map(first.items.map((item) => [this.#options.idOf(item), item]));
    let { next } = first;
    for (let pages = this.#pages; pages > 1 && next !== undefined; pages -= 1) {
      const page = await this.#options.page(next);
      for (const item of page.items) items.set(this.#options.idOf(item), item);
      next = page.next;
    }
    return { items: [...items.values()], next };
  }

  #there(list: SteadyList<Item>): void {
    const waiting = waitingIn(list, this.#options.idOf);
    this.#set({ at: 'there', list, waiting, more: 'idle', turning: false });
  }

  #set(sight: RollSight<Item>): void {
    this.#sight = sight;
    for (const listener of this.#listeners) listener();
  }
}
