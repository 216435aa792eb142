import { Epoch, PrivateRecord, RecordSecret, SealedMeta } from '@earshot/protocol';
import * as z from 'zod';

/** What a private room is entered by: it hangs on the owned room of its name. */
export const PrivateRoom = z.object({
  epoch: Epoch,
  record: PrivateRecord,
  recordSecret: RecordSecret,
  sealedMeta: z.optional(SealedMeta),
});
export type PrivateRoom = z.infer<typeof PrivateRoom>;
