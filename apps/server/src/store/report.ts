import { limits, RoomName } from '@earshot/protocol';
import * as z from 'zod';
import { InstantMs } from './instant.ts';
import { Person } from './person.ts';

/** What somebody tells the operator about somebody else. */
export const Report = z.object({
  id: z.string().min(1).max(64),
  atMs: InstantMs,
  /** It may be gone by now. */
  room: RoomName,
  by: Person,
  on: Person,
  /** The address prefix of whom it is about, for a ban. */
  prefix: z.string().max(64).optional(),
  reason: z.string().max(limits.chatBytes),
  /** Their last minute of chat, where the reporter agreed. */
  chat: z
    .array(
      z.object({
        atMs: InstantMs,
        name: z.string().max(limits.nameCodeUnits),
        text: z.string().max(limits.chatBytes),
      }),
    )
    .max(limits.chatPageMessages),
});
export type Report = z.infer<typeof Report>;
