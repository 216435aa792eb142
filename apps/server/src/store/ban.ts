import { IdentityKey, RoomName } from '@earshot/protocol';
import * as z from 'zod';
import { InstantMs } from './instant.ts';
import { Person } from './person.ts';

/** Keeps a key and an address prefix out. */
export const Ban = z.object({
  id: z.string().min(1).max(64),
  /** Null: out of the whole server. */
  room: z.nullable(RoomName),
  key: z.optional(IdentityKey),
  /** Such as `203.0.113.7/32` or `2001:db8:0:7::/64`. */
  prefix: z.string().max(64).optional(),
  /** Who it was. */
  on: Person.optional(),
  /** Who did it; left out: the operator, or a vote. */
  by: Person.optional(),
  atMs: InstantMs,
  /** Null: for good. */
  untilMs: InstantMs.nullable(),
});
export type Ban = z.infer<typeof Ban>;
