import { IdentityKey, RoomName, RoomSettings } from '@earshot/protocol';
import * as z from 'zod';
import { InstantMs } from './instant.ts';

/** A room that belongs to a key, from the moment it is made until its name is freed. */
export const OwnedRoom = z.object({
  name: RoomName,
  ownerKey: IdentityKey,
  settings: RoomSettings,
  createdAtMs: InstantMs,
  /** Since when nobody has been in it; null: somebody is. */
  emptySinceMs: InstantMs.nullable(),
});
export type OwnedRoom = z.infer<typeof OwnedRoom>;
