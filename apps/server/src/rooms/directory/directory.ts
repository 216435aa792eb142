import {
  found,
  indexWords,
  type Placed,
  queryWords,
  type RoomListing,
  type RoomSort,
  type RoomsPage,
  type RoomsQuery,
  roomOrders,
} from '@earshot/protocol';
import { readCursor, writeCursor } from './cursor.ts';
import { Facet } from './facet.ts';
import { cold, type Heat, hotness, warmed } from './heat.ts';
import { SortedList } from './sorted-list.ts';
import { WordIndex } from './word-index.ts';

/** What a listed room says about itself. */
export type Facts = Omit<RoomListing, 'hot'>;

/** A room and what it is found by. Never changed, so that it can be told from what it was. */
export interface Entry extends Placed {
  readonly listing: RoomListing;
  readonly words: readonly string[];
  readonly heat: Heat;
}

/** For less, a room is not put elsewhere, and nobody is told. */
const noticeableHeat = 0.1;

type Matches = (entry: Entry) => boolean;

/** So many rooms are looked at in their order; who wants what fewer have is then shown it from the index. */
const looksInOrder = 1_000;

/**
 * The rooms that are listed: found by words, tags and languages, in three orders. All of it is kept up with each
 * change, so that no question goes through all rooms. Holds no more than there are rooms.
 */
export class Directory {
  readonly #entries = new Map<string, Entry>();
  readonly #words = new WordIndex<string>();
  readonly #tags = new Facet<string>();
  readonly #languages = new Facet<string>();
  readonly #orders: Readonly<Record<RoomSort, SortedList<Placed, Entry>>> = {
    hot: new SortedList(roomOrders.hot),
    new: new SortedList(roomOrders.new),
    quiet: new SortedList(roomOrders.quiet),
  };

  get size(): number {
    return this.#entries.size;
  }

  get(name: string): RoomListing | undefined {
    return this.#entries.get(name)?.listing;
  }

  /** Lists a room, or what is new about it. @returns what it was before, and is now */
  put(facts: Facts, nowMs: number): { before: RoomListing | undefined; now: RoomListing } {
    const before = this.#entries.get(facts.name);
    const { name, people, startedAtMs } = facts;
    const heat = warmed(before?.heat ?? cold, { ...facts, atMs: nowMs });
    const hotter = hotness(heat);
    const hot = before && Math.abs(hotter - before.hot) < noticeableHeat ? before.hot : hotter;
    const listing = { ...facts, hot };
    if (before && sameListing(before.listing, listing))
      return { before: before.listing, now: before.listing };
    const words = before && sameFace(before.listing, facts) ? before.words : wordsOf(facts);
    const now: Entry = { name, people, startedAtMs, hot, listing, words, heat };
    if (before?.words !== words) {
      if (before) this.#forgetFace(before);
      this.#words.add(words, name);
      this.#tags.add(facts.tags, name);
      if (facts.language) this.#languages.add([facts.language], name);
    }
    this.#entries.set(name, now);
    for (const order of Object.values(this.#orders)) {
      if (before) order.replace(before, now);
      else order.add(now);
    }
    return { before: before?.listing, now: listing };
  }

  /** @returns whether it was listed */
  delete(name: string): boolean {
    const entry = this.#entries.get(name);
    if (!entry) return false;
    this.#entries.delete(name);
    this.#forgetFace(entry);
    for (const order of Object.values(this.#orders)) order.delete(entry);
    return true;
  }

  /** @throws RpcError `invalid_params` for a cursor that is none */
  page(query: RoomsQuery): Omit<RoomsPage, 'version'> {
    const rooms: Entry[] = [];
    let next: string | undefined;
    for (const entry of this.#matching(query)) {
      const last = rooms.at(-1);
      if (last && rooms.length === query.limit) {
        next = writeCursor(last);
        break;
      }
      rooms.push(entry);
    }
    return {
      total: this.#entries.size,
      rooms: rooms.map(({ listing }) => listing),
      ...(next !== undefined && { next }),
      tags: this.#tags.common().map(([tag, count]) => ({ tag, rooms: count })),
      languages: this.#languages.common().map(([language, count]) => ({ language, rooms: count })),
    };
  }

  /** In the order that is asked for, from the cursor on. */
  *#matching({ q, tag, language, sort, cursor }: RoomsQuery): Generator<Entry> {
    const wanted = queryWords(q);
    const matches: Matches = ({ listing, words }) =>
      (tag === undefined || listing.tags.includes(tag)) &&
      (language === undefined || listing.language === language) &&
      found(wanted, words);
    // Words were given, and none of them has a letter.
    if (q.trim() !== '' && wanted.length === 0) return;
    const from = cursor === undefined ? undefined : readCursor(cursor);
    let looks = 0;
    let last = from;
    const conditions = wanted.length + Number(tag !== undefined) + Number(language !== undefined);
    for (const entry of this.#orders[sort].after(from)) {
      if (conditions > 0 && looks === looksInOrder) {
        yield* this.#among(this.#fewest({ wanted, tag, language }), { matches, sort, from: last });
        return;
      }
      looks += 1;
      last = entry;
      if (matches(entry)) yield entry;
    }
  }

  /** Of the conditions' rooms the fewest: all that fits is among them. */
  #fewest({
    wanted,
    tag,
    language,
  }: { wanted: readonly string[] } & Pick<RoomsQuery, 'tag' | 'language'>): ReadonlySet<string> {
    let fewest: { count: number; names(): ReadonlySet<string> } | undefined;
    const consider = (count: number, names: () => ReadonlySet<string>) => {
      if (!fewest || count < fewest.count) fewest = { count, names };
    };
    if (tag !== undefined) consider(this.#tags.with(tag).size, () => this.#tags.with(tag));
    if (language !== undefined) {
      consider(this.#languages.with(language).size, () => this.#languages.with(language));
    }
    for (const word of wanted) {
      consider(this.#words.count(word, this.#entries.size), () => this.#words.starting(word));
    }
    return fewest?.names() ?? new Set();
  }

  *#among(
    names: ReadonlySet<string>,
    { matches, sort, from }: { matches: Matches; sort: RoomSort; from: Placed | undefined },
  ): Generator<Entry> {
    const compare = roomOrders[sort];
    const fitting: Entry[] = [];
    for (const name of names) {
      const entry = this.#entries.get(name);
      if (entry && (!from || compare(from, entry) < 0) && matches(entry)) fitting.push(entry);
    }
    yield* fitting.sort(compare);
  }

  #forgetFace({ name, words, listing }: Entry): void {
    this.#words.delete(words, name);
    this.#tags.delete(listing.tags, name);
    if (listing.language) this.#languages.delete([listing.language], name);
  }
}

function wordsOf({ name, topic, tags }: Facts): string[] {
  return indexWords([name, topic, ...tags].join(' '));
}

function sameListing(a: RoomListing, b: RoomListing): boolean {
  return a.people === b.people && a.talking === b.talking && a.hot === b.hot && sameFace(a, b);
}

/** Whether a room presents itself as before. */
export function sameFace(a: Facts, b: Facts): boolean {
  return (
    a.topic === b.topic &&
    a.language === b.language &&
    a.startedAtMs === b.startedAtMs &&
    a.tags.length === b.tags.length &&
    a.tags.every((tag, index) => tag === b.tags[index])
  );
}
