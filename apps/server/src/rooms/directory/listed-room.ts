import type { RoomSettings } from '@earshot/protocol';
import type { ReportDesk } from '../../reports/report-desk.ts';
import type { Announcement } from '../announcement.ts';
import type { Facts } from './directory.ts';
import type { Place, Square } from './square.ts';
import { Talkers } from './talkers.ts';

/** A room nobody has consented for is listed once so many are in it. */
const peopleWithoutOwner = 2;

/** What the directory knows of a room. */
export interface ListableRoom {
  readonly name: string;
  readonly startedAtMs: number;
  readonly closed: boolean;
  /** How many are there, those whose connection is lost left out. */
  readonly present: number;
  readonly settings: Pick<RoomSettings, 'topic' | 'tags' | 'language' | 'listed'>;
  readonly owned: boolean;
  readonly events: {
    on(name: 'announced', listener: (announcement: Announcement) => void): unknown;
    on(name: 'closed', listener: () => void): unknown;
  };
}

interface Surroundings {
  nowMs(): number;
  /** What people have reported. */
  reports: { hides(room: string): boolean; readonly events: Pick<ReportDesk['events'], 'on'> };
}

/**
 * Has the square look at a room whenever something happens there. Ends with the room.
 * @returns who talks in it
 */
export function listRoom(room: ListableRoom, square: Square, { nowMs, reports }: Surroundings): Talkers {
  const talkers = new Talkers();
  const place: Place = {
    name: room.name,
    facts: () => (reports.hides(room.name) ? undefined : factsOf(room, talkers.count(nowMs()))),
  };
  const unhear = reports.events.on('hidden', (name) => {
    if (name === room.name) square.stirred(place);
  });
  room.events.on('announced', (announcement) => {
    const { method, params } = announcement;
    if (method !== 'levels' || talkers.heard(params.levels, nowMs())) square.stirred(place);
  });
  room.events.on('closed', () => {
    unhear();
    square.stirred(place);
  });
  return talkers;
}

function factsOf(room: ListableRoom, talking: number): Facts | undefined {
  const { name, startedAtMs, closed, present, owned, settings } = room;
  const { topic, tags, language, listed } = settings;
  if (closed || !listed || present < (owned ? 1 : peopleWithoutOwner)) return undefined;
  return { name, topic, tags, language, people: present, talking: Math.min(talking, present), startedAtMs };
}
