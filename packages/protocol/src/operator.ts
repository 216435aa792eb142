import * as z from 'zod/mini';
import { BanMs, Person } from './hosting.ts';
import { IdentityKey } from './identity.ts';
import { limits } from './limits.ts';
import { MemberId, RoomName } from './names.ts';

/** What the operator of a server reads and does: `/api/operator`, with `Authorization: Bearer <OPERATOR_TOKEN>`. */

/** Every id here. */
const Id = z.string().check(z.minLength(1), z.maxLength(64));
const count = () => z.int().check(z.minimum(0));
/** Milliseconds since the Unix epoch. */
const instant = () => z.number();
/** Such as `203.0.113.7/32` or `2001:db8:0:7::/64`; in a new ban also a lone address, or a larger network. */
const Prefix = z.string().check(z.minLength(1), z.maxLength(64));

/** What is turned off for everybody. `PUT /api/operator/switches`, answered with the same. */
export const OperatorSwitches = z.object({
  /** Nobody makes a room any more; those that are there go on. */
  noNewRooms: z.boolean(),
  /** The directory is empty. */
  noListing: z.boolean(),
});
export type OperatorSwitches = z.infer<typeof OperatorSwitches>;

/**
 * Words that may not stand in names and texts; one that ends in `*` means all that begin so.
 * `PUT /api/operator/words`, answered with the same, each once.
 */
export const OperatorWords = z.object({
  words: z
    .array(z.string().check(z.minLength(1), z.maxLength(limits.operatorWordCodeUnits)))
    .check(z.maxLength(limits.operatorWords)),
});
export type OperatorWords = z.infer<typeof OperatorWords>;

/** `GET /api/operator` */
export const OperatorOverview = z.object({
  switches: OperatorSwitches,
  words: z.array(z.string()),
  rooms: count(),
  people: count(),
  openReports: count(),
  bans: count(),
});
export type OperatorOverview = z.infer<typeof OperatorOverview>;

/** What somebody told about somebody else. */
export const OperatorReport = z.object({
  id: Id,
  atMs: instant(),
  /** Of a private room a handle, as in `OperatorRoom`. */
  room: RoomName,
  /** Whether the room is open now. */
  open: z.boolean(),
  by: Person,
  on: Person,
  /** Where whom it is about came from, for a ban. */
  prefix: z.optional(Prefix),
  /** A `ReportReason`, and after a colon the reporter's own words. */
  reason: z.string(),
  /** Empty where the reporter did not agree. */
  chat: z.array(z.object({ atMs: instant(), name: z.string(), text: z.string() })),
});
export type OperatorReport = z.infer<typeof OperatorReport>;

/** Of `GET /api/operator/reports`. */
export const OperatorReportsQuery = z.object({
  /** Only those older than this one. */
  before: z.optional(Id),
});

/** `GET /api/operator/reports?before=<id>`: those nobody has closed, the newest first. */
export const OperatorReports = z.object({ reports: z.array(OperatorReport), hasOlder: z.boolean() });
export type OperatorReports = z.infer<typeof OperatorReports>;

/** `POST /api/operator/reports/<id>/close`: what was done about it, in the operator's words. Answered with 204. */
export const OperatorOutcome = z.object({
  outcome: z.string().check(z.minLength(1), z.maxLength(limits.operatorNoteCodeUnits)),
});
export type OperatorOutcome = z.infer<typeof OperatorOutcome>;

/** `POST /api/operator/reports/<id>/reopen`: it was closed by mistake. Answered with 204. */

/** A room that is open now, listed or not. */
export const OperatorRoom = z.object({
  /** Of a private room a handle of the same shape, which leads nowhere: its name is its link. */
  name: RoomName,
  topic: z.string(),
  startedAtMs: instant(),
  owned: z.boolean(),
  listed: z.boolean(),
  locked: z.boolean(),
  /** How many different people have complained about it lately. */
  complaints: count(),
  /** Whether so many have that the directory does not show it. */
  hidden: z.boolean(),
  people: z.array(z.extend(Person, { memberId: MemberId, prefix: z.optional(Prefix) })),
});
export type OperatorRoom = z.infer<typeof OperatorRoom>;

/** Of `GET /api/operator/rooms`. */
export const OperatorRoomsQuery = z.object({
  /** What stands in the name, the topic, somebody's name, key or address prefix. */
  q: z._default(z.string().check(z.maxLength(limits.directoryQueryCodeUnits)), ''),
  /** The `next` of the answer before. */
  after: z.optional(z.string().check(z.maxLength(limits.directoryCursorCodeUnits))),
});
export type OperatorRoomsQuery = z.infer<typeof OperatorRoomsQuery>;

/** `GET /api/operator/rooms?q=&after=<next>`: those that complaints are about first, then by name. */
export const OperatorRooms = z.object({
  rooms: z.array(OperatorRoom),
  /** How many there are, those that were not asked for included. */
  total: count(),
  /** The `after` of what follows; left out where nothing does. */
  next: z.optional(z.string()),
});
export type OperatorRooms = z.infer<typeof OperatorRooms>;

/** `POST /api/operator/rooms/close`: sends everybody out. To be forgotten, a room need not be open. Answered with 204. */
export const OperatorClosing = z.object({
  name: RoomName,
  /** Also frees the name, and forgets the owner, the roles and the settings. */
  forget: z.boolean(),
});
export type OperatorClosing = z.infer<typeof OperatorClosing>;

/**
 * `POST /api/operator/bans`: keeps a key, an address prefix or both out of the whole server. At least one of
 * them. Answered with the `OperatorBan`.
 */
export const OperatorNewBan = z.object({
  key: z.optional(IdentityKey),
  prefix: z.optional(Prefix),
  /** Who it is, for the list. */
  name: z.optional(z.string().check(z.maxLength(limits.nameCodeUnits))),
  /** Left out: for good. */
  forMs: z.optional(BanMs),
});
export type OperatorNewBan = z.infer<typeof OperatorNewBan>;

/** A ban in force. `DELETE /api/operator/bans/<id>` lifts it, answered with 204. */
export const OperatorBan = z.object({
  id: Id,
  key: z.optional(z.string()),
  prefix: z.optional(z.string()),
  name: z.optional(z.string()),
  atMs: instant(),
  /** Left out: for good. */
  untilMs: z.optional(instant()),
});
export type OperatorBan = z.infer<typeof OperatorBan>;

/** `GET /api/operator/bans`: the newest first. */
export const OperatorBans = z.object({ bans: z.array(OperatorBan) });
export type OperatorBans = z.infer<typeof OperatorBans>;
