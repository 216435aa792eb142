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
  /** A room that is not known here has come so far up that it belongs here. */
  readonly outdated: boolean;
}

export function listOf(filter: Filter, page: RoomsPage): RoomList {
  const { version, total, tags, languages, next, rooms } = page;
  const known = new Map(rooms.map((room) => [room.name, room]));
  const shown = rooms.map(({ name }) => name);
  return { filter, version, total, tags, languages, next, known, shown, gone: new Map(), outdated: false };
}

/** The next page below. A room that has moved into it stands there already. */
export function withMore(list: RoomList, { rooms, next, total }: RoomsPage): RoomList {
  const known = new Map(list.known);
  const added = rooms.filter(({ name }) => !known.has(name) && !list.gone.has(name));
  for (const room of added) known.set(room.name, room);
  return { ...list, total, next, known, shown: [...list.shown, ...added.map(({ name }) => name)] };
}

/** What has changed out there: rooms change in their places, and none moves, comes or goes before `settled`. */
export function withChange(list: RoomList, change: RoomsChange): RoomList {
  if (change.version <= list.version) return list;
  const known = new Map(list.known);
  const gone = new Map(list.gone);
  const leave = (name: string) => {
    const room = known.get(name);
    if (!known.delete(name) || !room || !list.shown.includes(name)) return;
    gone.set(name, { ...room, people: 0, talking: 0 });
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
    else if (last && rises(list.filter.sort, pulse, last)) outdated = true;
  }
  for (const name of change.gone) leave(name);
  const { version, total } = change;
  return { ...list, ...withFacets(list, change), version, total, known, gone, outdated };
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

/** Where the list ends, if there is more behind it. */
function lastOf({ next, shown, known }: RoomList): RoomListing | undefined {
  if (next === undefined) return undefined;
  const name = shown.findLast((each) => known.has(each));
  return name === undefined ? undefined : known.get(name);
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
