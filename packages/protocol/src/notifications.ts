import * as z from 'zod/mini';
import { Bytes } from './data/bytes.ts';
import { ActionEntry, Vote } from './hosting.ts';
import { ConsumerId, MemberId } from './names.ts';
import { PrivateRecord } from './private/private-room.ts';
import { Puzzle } from './puzzle.ts';
import { Consumer, Member } from './room.ts';
import { RoomSettings } from './room-settings.ts';

/** Why somebody is gone. */
export const LeaveReason = z.enum(['left', 'lost', 'removed']);
export type LeaveReason = z.infer<typeof LeaveReason>;

/** What the server tells a member, without expecting an answer. */
export const notifications = {
  /** The first frame of each connection. The nonce goes into the proof of a key, and is good for one. */
  hello: z.object({
    nonce: z.string().check(z.minLength(1), z.maxLength(64)),
    /** Work to do before `join`; left out in good times. */
    puzzle: z.optional(Puzzle),
  }),
  memberJoined: z.object({ member: Member }),
  /** `left`: by their own wish; `lost`: their connection ended; `removed`: by a host or a vote. */
  memberLeft: z.object({ memberId: MemberId, reason: LeaveReason }),
  /** The member as they are now. */
  memberChanged: z.object({ member: Member }),
  /** What holds in the room now, and whose doing it is. */
  roomChanged: z.object({ settings: RoomSettings, owned: z.boolean(), by: z.optional(MemberId) }),
  /** The secret of the room has changed: whoever has not proved the new one by then is sent out. */
  recordChanged: z.object({
    record: PrivateRecord,
    proveWithinMs: z.int().check(z.minimum(0)),
  }),
  /** To one member alone: somebody would like to hear them. Only the person can unmute. */
  askedToUnmute: z.object({ by: MemberId }),
  /** Something was done to keep order. */
  actionLogged: z.object({ entry: ActionEntry }),
  /** How a vote stands. */
  voteChanged: z.object({ vote: Vote }),
  /** A stream is ready to be received. */
  consumerAdded: z.object({ consumer: Consumer }),
  consumerRemoved: z.object({ consumerId: ConsumerId }),
  /** Packets that would come over a data channel if there were one. */
  data: z.object({ packets: z.array(Bytes) }),
  /**
   * Who speaks: pairs of seat and level, flattened. A level is RFC 6464's: 0 is loudest, 127 is silence,
   * in -dBov. Whoever is not named is silent. Nothing is sent while everyone stays silent.
   */
  levels: z.object({ levels: z.array(z.int().check(z.minimum(0))) }),
} as const;

export type Notifications = typeof notifications;
export type NotificationName = keyof Notifications;
export type NotificationParams<Name extends NotificationName> = z.output<Notifications[Name]>;
