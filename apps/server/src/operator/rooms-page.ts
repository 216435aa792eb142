import {
  fold,
  limits,
  type OperatorRoom,
  type OperatorRooms,
  type OperatorRoomsQuery,
} from '@earshot/protocol';
import type { ReportDesk } from '../reports/report-desk.ts';
import { asPerson } from '../rooms/hosting/hosting.ts';
import type { Room } from '../rooms/room.ts';
import { shownName } from './shown-name.ts';

type Reports = Pick<ReportDesk, 'complaints' | 'hides'>;

interface Placed {
  readonly room: Room;
  readonly place: string;
}

/** The rooms that are open now, page by page: those that complaints are about first, then by name. */
export function roomsPage(
  rooms: readonly Room[],
  reports: Reports,
  { q, after }: OperatorRoomsQuery,
): OperatorRooms {
  const wanted = fold(q).trim();
  const found = rooms
    .filter((room) => wanted === '' || isAskedFor(room, wanted))
    .map((room): Placed => ({ room, place: placeOf(shownName(room.name), reports.complaints(room.name)) }))
    .filter(({ place }) => after === undefined || place > after)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const page = found.slice(0, limits.operatorPageEntries);
  const last = page.at(-1);
  return {
    rooms: page.map(({ room }) => roomView(room, reports)),
    total: rooms.length,
    ...(last && found.length > page.length && { next: last.place }),
  };
}

/** Sorts as rooms do, and stays right where other rooms come and go between two pages. */
function placeOf(name: string, complaints: number): string {
  return `${complaints > 0 ? 0 : 1}-${name}`;
}

/** Whoever was told a private room's link finds it by that, too; by a part of it, it could be found out. */
function isAskedFor(room: Room, wanted: string): boolean {
  return fold(room.name) === wanted || textsOf(room).some((text) => fold(text).includes(wanted));
}

function* lines(room: Room): Generator<string> {
  yield shownName(room.name);
  yield room.settings.topic;
  for (const { author, addressPrefix = '' } of room.people) yield* [author.name, author.key, addressPrefix];
}

const textsOf = (room: Room) => [...lines(room)];

function roomView(room: Room, reports: Reports): OperatorRoom {
  const { name, startedAtMs, owned, settings } = room;
  return {
    name: shownName(name),
    topic: settings.topic,
    startedAtMs,
    owned,
    listed: settings.listed,
    locked: settings.locked,
    complaints: reports.complaints(name),
    hidden: reports.hides(name),
    people: room.people.map(({ id, author, addressPrefix }) => ({
      ...asPerson(author),
      memberId: id,
      ...(addressPrefix !== undefined && { prefix: addressPrefix }),
    })),
  };
}
