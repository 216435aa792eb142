import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { MemberId } from './names.ts';

/** Somebody as they were then. */
export const Person = z.object({
  /** Left out where they had proved none. */
  key: z.optional(z.string()),
  name: z.string(),
});
export type Person = z.infer<typeof Person>;

/** What is written down about those who keep order. */
export const LoggedAction = z.enum([
  'created',
  'settings',
  'modes',
  'role',
  'handOver',
  'mute',
  'allowToSpeak',
  'shadowMute',
  'shadowUnmute',
  'remove',
  'ban',
  'unban',
  'lowerHands',
  'deleteMessage',
  'voteToRemove',
]);
export type LoggedAction = z.infer<typeof LoggedAction>;

/** A line of a room's log. */
export const ActionEntry = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Milliseconds since the Unix epoch. */
  atMs: z.number(),
  by: Person,
  /** A `LoggedAction` of this version or a later one. */
  action: z.string().check(z.minLength(1), z.maxLength(64)),
  on: z.optional(Person),
  /** What exactly, as `locked=true`, `moderator` or `600000` milliseconds. */
  detail: z.optional(z.string()),
});
export type ActionEntry = z.infer<typeof ActionEntry>;

export const BanId = z.string().check(z.minLength(1), z.maxLength(64));
export type BanId = z.infer<typeof BanId>;

/** Somebody who may not come in. Their address is nobody's business. */
export const Ban = z.object({
  id: BanId,
  on: z.optional(Person),
  /** Left out: a vote. */
  by: z.optional(Person),
  /** Milliseconds since the Unix epoch. */
  atMs: z.number(),
  /** Milliseconds since the Unix epoch; left out: for good. */
  untilMs: z.optional(z.number()),
});
export type Ban = z.infer<typeof Ban>;

/** For how long somebody is kept out, in milliseconds. */
export const BanMs = z.int().check(z.minimum(1_000), z.maximum(limits.banMaxHours * 3_600_000));

/** How a vote to remove somebody stands. */
export const Vote = z.object({
  memberId: MemberId,
  /** How many are for it; 0: the vote is over. */
  agreed: z.int().check(z.minimum(0)),
  /** How many it takes just now. */
  needed: z.int().check(z.minimum(1)),
});
export type Vote = z.infer<typeof Vote>;
