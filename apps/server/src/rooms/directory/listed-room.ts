import type { RoomSettings } from '@earshot/protocol';
import type { HouseRules } from '../../guard/house/house-rules.ts';
import type { ReportDesk } from '../../reports/report-desk.ts';
import type { Announcement } from '../announcement.ts';
import type { Claims } from './claims.ts';
import { type Facts, sameFace } from './directory.ts';
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
  readonly settings: Pick<RoomSettings, 'topic' | 'tags' | 'language' | 'listed' | 'encrypted'>;
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
  /** Which of the rooms that look alike is listed. */
  claims: Pick<Claims, 'yields' | 'events'>;
  /** What the operator says. */
  house: { mayList(room: Facts): boolean; readonly events: Pick<HouseRules['events'], 'on'> };
}

/**
 * Has the square look at a room whenever something happens there. Ends with the room.
 * @returns who talks in it
 */
export function listRoom(room: ListableRoom, square: Square, surroundings: Surroundings): Talkers {
  const { nowMs, reports, claims, house } = surroundings;
  const talkers = new Talkers();
  const allowed = onceForEachFace(house);
  const place: Place = {
    name: room.name,
    facts: () => {
      const hidden = reports.hides(room.name) || claims.yields(room.name);
      const facts = hidden ? undefined : factsOf(room, talkers.count(nowMs()));
      return facts && allowed.look(facts) ? facts : undefined;
    },
  };
  const unwatch = house.events.on('changed', () => {
    allowed.forget();
    square.stirred(place);
  });
  const isConcerned = (name: string) => {
    if (name === room.name) square.stirred(place);
  };
  const unhear = [reports.events.on('hidden', isConcerned), claims.events.on('stirred', isConcerned)];
  room.events.on('announced', (announcement) => {
    const { method, params } = announcement;
    if (method !== 'levels' || talkers.heard(params.levels, nowMs())) square.stirred(place);
  });
  room.events.on('closed', () => {
    for (const undo of unhear) undo();
    unwatch();
    square.stirred(place);
  });
  return talkers;
}

/**
 * Whether the directory lists it while somebody is in it, or, where nobody owns it, while so many are. An encrypted one
 * never: whoever finds it there stands before a door without its key.
 */
export function wouldBeListed({ owned, present, settings }: Omit<ListableRoom, 'events'>): boolean {
  return settings.listed && !settings.encrypted && (owned || present >= peopleWithoutOwner);
}

/** Whether a room may be listed, worked out anew only for another face: a room is looked at all the time. */
function onceForEachFace(house: Surroundings['house']) {
  let known: { facts: Facts; allowed: boolean } | undefined;
  return {
    look(facts: Facts): boolean {
      if (!known || !sameFace(known.facts, facts)) known = { facts, allowed: house.mayList(facts) };
      return known.allowed;
    },
    forget: () => {
      known = undefined;
    },
  };
}

function factsOf(room: ListableRoom, talking: number): Facts | undefined {
  const { name, startedAtMs, closed, present, settings } = room;
  const { topic, tags, language } = settings;
  if (closed || present === 0 || !wouldBeListed(room)) return undefined;
  return { name, topic, tags, language, people: present, talking: Math.min(talking, present), startedAtMs };
}
