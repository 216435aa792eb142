import { limits, type RoomsChange, type RoomsPage } from '@earshot/protocol';
import {
  type Filter,
  listOf,
  queryOf,
  type RoomList,
  renewed,
  settled,
  withChange,
  withMore,
} from './room-list.ts';

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
  /** Runs something before the next picture is drawn; returns its undo. */
  frame(run: () => void): () => void;
  /** 0 <= n < 1, like `Math.random`. */
  random: () => number;
}

/** Rooms that are asked for at a time. */
export const pageRooms = 60;
/** So many pages of `limits.directoryPageRooms` are read anew, at most; what stands below them is left as it is. */
const mostPagesAnew = 10;
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
  /** The list is on its way, from its top. */
  #asking: AbortController | undefined;
  /** What follows is on its way, and what was told meanwhile. */
  #adding: { readonly abort: AbortController; readonly since: RoomsChange[] } | undefined;
  #moreWanted = false;
  /** What has been told since the last picture. */
  #heard: RoomsChange[] = [];
  #cancelHearing: (() => void) | undefined;
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
    this.#asking = undefined;
    this.#stopAdding();
    this.#cancelAsking?.();
    this.#cancelAgain?.();
    this.#cancelAgain = undefined;
    this.#unlisten();
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

  /** Asks for what follows, unless that is on its way; where the list itself is, when it has come. */
  async more(): Promise<void> {
    const sight = this.#sight;
    if (sight.at !== 'listed' || sight.turning || this.#adding || !this.#open) return;
    if (this.#asking) {
      this.#moreWanted = true;
      return;
    }
    const cursor = sight.list.next;
    if (cursor === undefined) return;
    const adding = { abort: new AbortController(), since: [] };
    this.#adding = adding;
    this.#set({ ...sight, more: 'loading' });
    const page = await this.#page(adding.abort.signal, { cursor, limit: pageRooms });
    if (adding !== this.#adding || this.#sight.at !== 'listed') return;
    this.#adding = undefined;
    if (!page) this.#set({ ...this.#sight, more: 'failed' });
    else this.#set({ ...this.#sight, more: 'idle', list: withMore(this.#sight.list, page, adding.since) });
  }

  #stopAdding(): void {
    if (!this.#adding) return;
    this.#adding.abort.abort();
    this.#adding = undefined;
    if (this.#sight.at === 'listed') this.#set({ ...this.#sight, more: 'idle' });
  }

  async #ask(): Promise<void> {
    this.#cancelAsking?.();
    this.#cancelAgain?.();
    this.#cancelAgain = undefined;
    this.#asking?.abort();
    this.#asking = undefined;
    if (this.#adding) this.#moreWanted = true;
    this.#stopAdding();
    if (!this.#open) return;
    const asking = new AbortController();
    this.#asking = asking;
    const list = await this.#read(asking.signal);
    if (asking !== this.#asking) return;
    this.#asking = undefined;
    if (list) {
      const live = this.#sight.at === 'listed' && this.#sight.live;
      this.#set({ at: 'listed', list: this.#continued(list), turning: false, more: 'idle', live });
      this.#listen(list.version);
    } else {
      if (this.#sight.at !== 'listed' || this.#sight.turning) this.#set({ at: 'failed' });
      this.#askAgain();
    }
    const moreWanted = this.#moreWanted;
    this.#moreWanted = false;
    if (moreWanted) void this.more();
  }

  /** The list from its top, as far down as it has been read already. */
  async #read(signal: AbortSignal): Promise<RoomList | undefined> {
    const filter = this.#filter;
    const before =
      this.#sight.at === 'listed' && this.#sight.list.filter === filter ? this.#sight.list : null;
    const depth = before?.known.size ?? 0;
    const limit = depth > pageRooms ? limits.directoryPageRooms : pageRooms;
    const first = await this.#page(signal, { limit });
    if (!first) return undefined;
    // An answer from the browser's cache that still holds says an older version than the server would.
    let list = listOf(filter, { ...first, version: Math.max(first.version, this.#resetVersion) });
    for (let pages = 1; pages < mostPagesAnew && list.known.size < depth && list.next; pages += 1) {
      const page = await this.#page(signal, { cursor: list.next, limit });
      if (!page) break;
      list = withMore(list, page);
    }
    return list;
  }

  /** The same list, read anew: it stays as it stands while somebody points at it. */
  #continued(list: RoomList): RoomList {
    const before = this.#sight.at === 'listed' ? this.#sight.list : list;
    if (before.filter !== list.filter) return list;
    return renewed(before, list, this.#engaged ? 'as it stands' : 'settled');
  }

  /** Undefined where none comes. */
  #page(
    signal: AbortSignal,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<RoomsPage | undefined> {
    const query = queryOf(this.#filter, { ...(cursor && { cursor }), limit: String(limit) });
    return this.#options.get(query, signal).catch(() => undefined);
  }

  #listen(after: number): void {
    this.#unlisten();
    this.#deafen = this.#options.listen(after, {
      onChange: (change) => {
        this.#heard.push(change);
        this.#cancelHearing ??= this.#options.frame(() => this.#takeIn());
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

  /** What was heard and not taken in yet comes again: it is newer than the list. */
  #unlisten(): void {
    this.#deafen?.();
    this.#deafen = undefined;
    this.#cancelHearing?.();
    this.#cancelHearing = undefined;
    this.#heard = [];
  }

  /** All at once: who comes back is told much, and each change would draw the list for itself. */
  #takeIn(): void {
    const changes = this.#heard;
    this.#heard = [];
    this.#cancelHearing = undefined;
    this.#adding?.since.push(...changes);
    if (this.#sight.at !== 'listed') return;
    const list = changes.reduce(withChange, this.#sight.list);
    this.#setList(this.#engaged ? list : settled(list));
    if (list.outdated) this.#askAgain();
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
