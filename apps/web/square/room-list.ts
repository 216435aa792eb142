import {
  found,
  indexWords,
  limits,
  queryWords,
  type RoomListing,
  type RoomPulse,
  type RoomSort,
  type RoomsChange,
  type RoomsPage,
  roomOrders,
} from '@earshot/protocol';

/** What of the public rooms somebody wants to see. */
export interface Filter {
  readonly q: string;
  /** Empty: any. */
  readonly tag: string;
  /** Empty: any. */
  readonly language: string;
  readonly sort: RoomSort;
}

/** The rooms that fit a filter, as far down as they have been asked for, and how they stand on the screen. */
export interface RoomList extends Pick<RoomsPage, 'version' | 'total' | 'tags' | 'languages'> {
  readonly filter: Filter;
  /** What follows; undefined where nothing does. */
  readonly next: string | undefined;
  readonly known: ReadonlyMap<string, RoomListing>;
  /** Names in the order in which they stand there, which changes only with `settled`. */
  readonly shown: readonly string[];
  /** Rooms that stand there and are over. */
  readonly gone: ReadonlyMap<string, RoomListing>;
  /** A room that is not known here belongs here: it has come so far up, or was missed. */
  readonly outdated: boolean;
}

export function listOf(filter: Filter, page: RoomsPage): RoomList {
  const { version, total, tags, languages, next, rooms } = page;
  const known = new Map(rooms.map((room) => [room.name, room]));
  const shown = rooms.map(({ name }) => name);
  return { filter, version, total, tags, languages, next, known, shown, gone: new Map(), outdated: false };
}

/**
 * The next page below. A room that has moved into it stands there already.
 *
 * @param since what was told while the page was on its way: it may say more than the page does
 */
export function withMore(list: RoomList, page: RoomsPage, since: readonly RoomsChange[] = []): RoomList {
  const known = new Map(list.known);
  const gone = new Map(list.gone);
  const standing = new Set(list.shown);
  for (const room of page.rooms) {
    if (known.has(room.name)) continue;
    known.set(room.name, room);
    gone.delete(room.name);
    // Where it stands already, as one that was over and is back, it keeps its place.
    standing.add(room.name);
  }
  const { total, next } = page;
  const more = { ...list, total, next, known, gone, shown: [...standing] };
  const newer = since.filter(({ version }) => version > page.version);
  const now = newer.reduce(changed, more);
  // What came with the page and is over already has never stood there.
  const seen = new Set(list.shown);
  const missing = new Set([...now.gone.keys()].filter((name) => !seen.has(name)));
  if (missing.size === 0) return now;
  return {
    ...now,
    shown: now.shown.filter((name) => !missing.has(name)),
    gone: new Map([...now.gone].filter(([name]) => !missing.has(name))),
  };
}

/**
 * The list after it has been read anew, perhaps not as far down as it was before: what stands further below stays.
 *
 * @param how whether it stays as it stands, as while somebody reads it, or everything goes where it belongs
 */
export function renewed(before: RoomList, anew: RoomList, how: 'settled' | 'as it stands'): RoomList {
  const end = lastOf(anew);
  const order = roomOrders[anew.filter.sort];
  const below = [...before.known.values()].filter(
    (room) => end && !anew.known.has(room.name) && order(room, end) > 0,
  );
  const known = new Map([...anew.known, ...below.map((room) => [room.name, room] as const)]);
  const next = below.length > 0 ? before.next : anew.next;
  const gone = new Map<string, RoomListing>();
  for (const name of before.shown) {
    const room = before.known.get(name) ?? before.gone.get(name);
    if (room && !known.has(name)) gone.set(name, deserted(room));
  }
  const list = { ...anew, next, known, gone, shown: before.shown };
  return how === 'settled' ? settled(list) : list;
}

/** What has changed out there: rooms change in their places, and none moves, comes or goes before `settled`. */
export function withChange(list: RoomList, change: RoomsChange): RoomList {
  return change.version <= list.version ? list : changed(list, change);
}

function changed(list: RoomList, change: RoomsChange): RoomList {
  const known = new Map(list.known);
  const gone = new Map(list.gone);
  const leave = (name: string) => {
    const room = known.get(name);
    if (!known.delete(name) || !room || !list.shown.includes(name)) return;
    gone.set(name, deserted(room));
  };
  let { outdated } = list;
  const last = lastOf(list);
  for (const room of change.rooms) {
    if (!fits(list.filter, room)) leave(room.name);
    else if (known.has(room.name) || !last || roomOrders[list.filter.sort](room, last) < 0) {
      known.set(room.name, room);
      gone.delete(room.name);
    }
  }
  for (const pulse of change.pulses) {
    const room = known.get(pulse.name);
    if (room) known.set(pulse.name, { ...room, ...pulse });
    else if (last ? rises(list.filter.sort, pulse, last) : isOfAll(list.filter)) outdated = true;
  }
  for (const name of change.gone) leave(name);
  const { version, total } = change;
  return { ...list, ...withFacets(list, change), version, total, known, gone, outdated };
}

/** Then a room that is not known where the list has its end rose past a page while that was on its way. */
function isOfAll({ q, tag, language }: Filter): boolean {
  return q.trim() === '' && tag === '' && language === '';
}

function deserted(room: RoomListing): RoomListing {
  return { ...room, people: 0, talking: 0 };
}

/** A tag or a language that only just came can be chosen, too; one that went leaves with the next reading. */
function withFacets(
  { tags, languages }: RoomList,
  { rooms, total }: RoomsChange,
): Pick<RoomList, 'tags' | 'languages'> {
  if (total === 0) return { tags: [], languages: [] };
  const fresh = (words: readonly string[], there: readonly string[]) =>
    [...new Set(words)].filter((word) => word !== '' && !there.includes(word));
  const [newTags, newLanguages] = [
    fresh(
      rooms.flatMap((room) => room.tags),
      tags.map(({ tag }) => tag),
    ),
    fresh(
      rooms.map(({ language }) => language),
      languages.map(({ language }) => language),
    ),
  ];
  return {
    tags: [...tags, ...newTags.map((tag) => ({ tag, rooms: 1 }))].slice(0, limits.directoryFacets),
    languages: [...languages, ...newLanguages.map((language) => ({ language, rooms: 1 }))].slice(
      0,
      limits.directoryFacets,
    ),
  };
}

/** Everything where it belongs now. The same list where nothing moves. */
export function settled(list: RoomList): RoomList {
  const order = roomOrders[list.filter.sort];
  const shown = [...list.known.values()].sort(order).map(({ name }) => name);
  const same = shown.length === list.shown.length && shown.every((name, at) => name === list.shown[at]);
  return same && list.gone.size === 0 ? list : { ...list, shown, gone: new Map() };
}

/** How many rooms came or went that `settled` would put in or take out. */
export function waitingChanges({ known, shown, gone }: RoomList): number {
  const standing = new Set(shown);
  let count = gone.size;
  for (const name of known.keys()) if (!standing.has(name)) count += 1;
  return count;
}

/** What stands on the screen, in its order. */
export function rowsOf({ shown, known, gone }: RoomList): { room: RoomListing; over: boolean }[] {
  return shown.flatMap((name) => {
    const over = gone.get(name);
    const room = known.get(name) ?? over;
    return room ? [{ room, over: room === over }] : [];
  });
}

/** The query of `GET /api/rooms`. */
export function queryOf({ q, tag, language, sort }: Filter, paging: Record<string, string>): string {
  const wanted = { q: q.trim(), tag, language, sort, ...paging };
  return new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString();
}

/** Where the list ends, if there is more behind it: not what stands there last, which may have risen since. */
function lastOf({ next, known, filter }: RoomList): RoomListing | undefined {
  if (next === undefined) return undefined;
  const order = roomOrders[filter.sort];
  let last: RoomListing | undefined;
  for (const room of known.values()) if (!last || order(room, last) > 0) last = room;
  return last;
}

function rises(sort: RoomSort, pulse: RoomPulse, last: RoomListing): boolean {
  if (sort === 'hot') return pulse.hot > last.hot;
  return sort === 'quiet' && pulse.people < last.people;
}

function fits({ q, tag, language }: Filter, room: RoomListing): boolean {
  return (
    (tag === '' || room.tags.includes(tag)) &&
    (language === '' || room.language === language) &&
    found(queryWords(q), indexWords([room.name, room.topic, ...room.tags].join(' ')))
  );
}
