import type { RoomsChange, RoomsPage } from '@earshot/protocol';
import { type Filter, listOf, queryOf, type RoomList, settled, withChange, withMore } from './room-list.ts';

/** What of the public rooms is there to see. */
export type Sight =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | {
      readonly at: 'listed';
      readonly list: RoomList;
      /** Another filter was chosen, and its rooms are on their way. */
      readonly turning: boolean;
      readonly more: 'idle' | 'loading' | 'failed';
      /** Whether changes come as they happen. */
      readonly live: boolean;
    };

export interface FeedListener {
  onChange(change: RoomsChange): void;
  /** Too much was missed: what is known is worth nothing. What is asked for now is of `version`, or later. */
  onReset(version: number): void;
  onLive(live: boolean): void;
  /** It will not come back by itself. */
  onEnd(): void;
}

interface RoomWatchOptions {
  /** One page. @throws where it does not come */
  get(query: string, signal: AbortSignal): Promise<RoomsPage>;
  /** Listens to changes from `after` on; returns its undo. */
  listen(after: number, listener: FeedListener): () => void;
  /** Runs something later; returns its undo. */
  after(delayMs: number, run: () => void): () => void;
  /** 0 <= n < 1, like `Math.random`. */
  random: () => number;
}

const pageRooms = 60;
/** While one types, nothing is asked. */
const typingMs = 250;
/** A list that cannot be live, or lacks a room, is asked for again after this long, and up to twice as long. */
const askAgainMs = 12_000;

/** Watches the public rooms for as long as it is open. */
export class RoomWatch {
  readonly #options: RoomWatchOptions;
  readonly #listeners = new Set<() => void>();
  #filter: Filter = { q: '', tag: '', language: '', sort: 'hot' };
  #sight: Sight = { at: 'loading' };
  #engaged = false;
  #resetVersion = 0;
  #open = false;
  #asking: AbortController | undefined;
  #cancelAsking: (() => void) | undefined;
  #cancelAgain: (() => void) | undefined;
  #deafen: (() => void) | undefined;

  constructor(options: RoomWatchOptions) {
    this.#options = options;
  }

  get filter(): Filter {
    return this.#filter;
  }

  readonly sight = (): Sight => this.#sight;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins, or goes on after `close` with what is there: what was missed comes first. */
  open(): void {
    if (this.#open) return;
    this.#open = true;
    if (this.#sight.at === 'listed' && !this.#sight.turning) this.#listen(this.#sight.list.version);
    else this.#ask();
  }

  /** Lets go of the network, as while nobody looks. */
  close(): void {
    this.#open = false;
    this.#asking?.abort();
    this.#cancelAsking?.();
    this.#cancelAgain?.();
    this.#cancelAgain = undefined;
    this.#deafen?.();
    this.#deafen = undefined;
  }

  look(change: Partial<Filter>): void {
    const typed = change.q !== undefined && change.q !== this.#filter.q;
    this.#filter = { ...this.#filter, ...change };
    if (this.#sight.at === 'listed') this.#set({ ...this.#sight, turning: true });
    else this.#tell();
    this.#cancelAsking?.();
    if (typed) this.#cancelAsking = this.#options.after(typingMs, () => this.#ask());
    else this.#ask();
  }

  /** Tries again what failed. */
  retry(): void {
    if (this.#sight.at === 'failed') this.#set({ at: 'loading' });
    this.#ask();
  }

  /** Somebody points at the list or is about to: nothing moves until they have gone. */
  engage(engaged: boolean): void {
    this.#engaged = engaged;
    if (!engaged) this.settle();
  }

  /** Puts everything where it belongs now. */
  settle(): void {
    if (this.#sight.at === 'listed') this.#setList(settled(this.#sight.list));
  }

  async more(): Promise<void> {
    const sight = this.#sight;
    const cursor = sight.at === 'listed' && sight.more !== 'loading' && !sight.turning && sight.list.next;
    if (sight.at !== 'listed' || !cursor) return;
    this.#set({ ...sight, more: 'loading' });
    const asking = new AbortController();
    this.#asking = asking;
    const page = await this.#page(asking, { cursor });
    if (asking !== this.#asking || this.#sight.at !== 'listed') return;
    if (!page) this.#set({ ...this.#sight, more: asking.signal.aborted ? 'idle' : 'failed' });
    else this.#set({ ...this.#sight, more: 'idle', list: withMore(this.#sight.list, page) });
  }

  async #ask(): Promise<void> {
    this.#cancelAsking?.();
    this.#cancelAgain?.();
    this.#cancelAgain = undefined;
    this.#asking?.abort();
    if (!this.#open) return;
    const asking = new AbortController();
    this.#asking = asking;
    const filter = this.#filter;
    const page = await this.#page(asking, {});
    if (asking !== this.#asking || asking.signal.aborted) return;
    if (page) {
      const live = this.#sight.at === 'listed' && this.#sight.live;
      // An answer from the browser's cache that still holds says an older version than the server would.
      const version = Math.max(page.version, this.#resetVersion);
      const list = this.#continued(listOf(filter, { ...page, version }));
      this.#set({ at: 'listed', list, turning: false, more: 'idle', live });
      this.#listen(list.version);
    } else {
      if (this.#sight.at !== 'listed' || this.#sight.turning) this.#set({ at: 'failed' });
      this.#askAgain();
    }
  }

  /** The same list, read anew: it stays as it stands while somebody points at it. */
  #continued(list: RoomList): RoomList {
    const { known, shown, filter } = this.#sight.at === 'listed' ? this.#sight.list : list;
    if (!this.#engaged || filter !== list.filter) return list;
    const gone = [...known].filter(([name]) => shown.includes(name) && !list.known.has(name));
    return { ...list, shown, gone: new Map(gone) };
  }

  #page(asking: AbortController, paging: Record<string, string>): Promise<RoomsPage | undefined> {
    const query = queryOf(this.#filter, { ...paging, limit: String(pageRooms) });
    return this.#options.get(query, asking.signal).catch(() => undefined);
  }

  #listen(after: number): void {
    this.#deafen?.();
    this.#deafen = this.#options.listen(after, {
      onChange: (change) => {
        if (this.#sight.at !== 'listed') return;
        const list = withChange(this.#sight.list, change);
        this.#setList(this.#engaged ? list : settled(list));
        if (list.outdated) this.#askAgain();
      },
      onReset: (version) => {
        this.#resetVersion = version;
        void this.#ask();
      },
      onLive: (live) => {
        if (this.#sight.at === 'listed' && this.#sight.live !== live) this.#set({ ...this.#sight, live });
      },
      onEnd: () => this.#askAgain(),
    });
  }

  /** Not all who watch at once: they would come back together. */
  #askAgain(): void {
    const waitMs = askAgainMs * (1 + this.#options.random());
    this.#cancelAgain ??= this.#options.after(waitMs, () => void this.#ask());
  }

  #setList(list: RoomList): void {
    if (this.#sight.at === 'listed' && this.#sight.list !== list) this.#set({ ...this.#sight, list });
  }

  #set(sight: Sight): void {
    this.#sight = sight;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
