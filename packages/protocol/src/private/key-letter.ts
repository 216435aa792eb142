import * as z from 'zod/mini';
import { limits } from '../limits.ts';

const bytes = z.instanceof(Uint8Array).check(z.refine((value) => value.length <= limits.keyLetterBytes));
const KeyName = {
  generation: z.int().check(z.minimum(0), z.maximum(1_023)),
  step: z.int().check(z.minimum(0), z.maximum(15)),
};

/** Content of `earshot.keys`, from member to member: what the bytes are stands in docs/PRIVATE-ROOMS.md. */
export const KeyLetter = z.discriminatedUnion('do', [
  /** A key of the sender, sealed for whoever gets this. */
  z.object({ do: z.literal('key'), bytes }),
  /** The sender's key goes on by so many steps. */
  z.object({ do: z.literal('step'), bytes }),
  /** The key of the receiver of this that its sender has. Proves nothing, and is good for haste only. */
  z.object({ do: z.literal('have'), ...KeyName }),
  /** Nothing of the receiver of this can be opened: their key, once more. */
  z.object({ do: z.literal('need') }),
]);
export type KeyLetter = z.infer<typeof KeyLetter>;
