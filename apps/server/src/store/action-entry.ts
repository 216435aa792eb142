import * as z from 'zod';
import { InstantMs } from './instant.ts';
import { Person } from './person.ts';

/** One line of the log of what moderators did in a room. */
export const ActionEntry = z.object({
  id: z.string().min(1).max(64),
  atMs: InstantMs,
  by: Person,
  action: z.string().min(1).max(64),
  on: Person.optional(),
  detail: z.string().max(1_024).optional(),
});
export type ActionEntry = z.infer<typeof ActionEntry>;
