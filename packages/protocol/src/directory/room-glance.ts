import * as z from 'zod/mini';
import { limits } from '../limits.ts';

const count = () => z.int().check(z.minimum(0));

/** What can be seen of a room through its door: the answer of `GET /api/rooms/<name>/glance`. */
export const RoomGlance = z.object({
  /** How many are there, those whose connection is lost left out. */
  people: count(),
  /** How many of them talk just now. */
  talking: count(),
  /** Some of them, who talks first; nobody where the room is locked, or not `listed`. */
  faces: z
    .array(z.object({ name: z.string(), emoji: z.string(), talking: z.boolean() }))
    .check(z.maxLength(limits.glanceFaces)),
  /** Empty where the room is not `listed`. */
  topic: z.string(),
  locked: z.boolean(),
  /** Whoever has not its whole link does not come in. */
  encrypted: z.boolean(),
});
export type RoomGlance = z.infer<typeof RoomGlance>;
