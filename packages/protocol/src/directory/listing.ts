import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { RoomName } from '../names.ts';
import { RoomLanguage, RoomTag } from '../room-settings.ts';

const count = () => z.int().check(z.minimum(0));

/** What of a listed room changes all the time. */
export const RoomPulse = z.object({
  name: RoomName,
  /** How many are there, those whose connection is lost left out. */
  people: count(),
  /** How many of them talk just now. */
  talking: count(),
  /** A logarithm: twice as hot is 1 more. It stays as it is while nothing happens, however much time passes. */
  hot: z.number(),
});
export type RoomPulse = z.infer<typeof RoomPulse>;

/** A room as the directory shows it. */
export const RoomListing = z.extend(RoomPulse, {
  topic: z.string(),
  tags: z.array(RoomTag),
  language: RoomLanguage,
  /** Milliseconds since the Unix epoch. */
  startedAtMs: z.number(),
});
export type RoomListing = z.infer<typeof RoomListing>;

export const RoomSort = z.enum(['hot', 'new', 'quiet']);
export type RoomSort = z.infer<typeof RoomSort>;

/** Numbers come as text in a query. */
const WholeNumber = z.pipe(
  z.string().check(z.regex(/^\d{1,4}$/, 'is not a whole number')),
  z.transform(Number),
);

/** What of the directory is asked for: `GET /api/rooms`. */
export const RoomsQuery = z.object({
  /** Words that name, topic and tags are searched for. */
  q: z._default(z.string().check(z.maxLength(limits.directoryQueryCodeUnits)), ''),
  tag: z.optional(RoomTag),
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}$/, 'is not a language'))),
  sort: z._default(RoomSort, 'hot'),
  /** `next` of the page before. */
  cursor: z.optional(z.string().check(z.maxLength(limits.directoryCursorCodeUnits))),
  limit: z._default(
    z.pipe(WholeNumber, z.int().check(z.minimum(1), z.maximum(limits.directoryPageRooms))),
    limits.directoryPageDefaultRooms,
  ),
});
export type RoomsQuery = z.infer<typeof RoomsQuery>;

/** A page of the directory. */
export const RoomsPage = z.object({
  /** What has happened up to here; the feed goes on from it. */
  version: count(),
  /** How many rooms are listed, those that were not asked for included. */
  total: count(),
  rooms: z.array(RoomListing),
  /** The `cursor` of what follows; left out where nothing does. */
  next: z.optional(z.string()),
  /** The tags of most rooms, the commonest first. */
  tags: z.array(z.object({ tag: RoomTag, rooms: count() })),
  /** The languages of most rooms, the commonest first. */
  languages: z.array(z.object({ language: RoomLanguage, rooms: count() })),
});
export type RoomsPage = z.infer<typeof RoomsPage>;

/** What has changed in the directory: the event `change` of `GET /api/rooms/live`. */
export const RoomsChange = z.object({
  version: count(),
  /** How many rooms are listed now. */
  total: count(),
  /** Rooms that are new there, or present themselves otherwise. */
  rooms: z.array(RoomListing),
  /** What has changed in the others. */
  pulses: z.array(RoomPulse),
  /** Names of rooms that are not listed any more. */
  gone: z.array(RoomName),
});
export type RoomsChange = z.infer<typeof RoomsChange>;

/** What the events `hello` and `reset` of the feed say. */
export const RoomsVersion = z.object({ version: count() });
export type RoomsVersion = z.infer<typeof RoomsVersion>;

/** The body of every answer that is an error. */
export const HttpProblem = z.object({
  /** The error's name. */
  error: z.string(),
  /** What a person can be told. */
  message: z.string(),
  retryable: z.boolean(),
  /** What exactly was wrong, for developers. */
  detail: z.optional(z.string()),
});
export type HttpProblem = z.infer<typeof HttpProblem>;
