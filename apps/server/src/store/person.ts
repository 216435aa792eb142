import { IdentityKey, limits } from '@earshot/protocol';
import * as z from 'zod';

/** Somebody as they were then: the key, where they had proved one, and the name they went by. */
export const Person = z.object({
  key: z.optional(IdentityKey),
  name: z.string().max(limits.nameCodeUnits),
});
export type Person = z.infer<typeof Person>;
