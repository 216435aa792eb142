import { createHash } from 'node:crypto';
import { privateRoomName } from '@earshot/crypto/proof';
import { isPrivateRoom } from '@earshot/protocol';

/**
 * What the operator is told that a room is called. The name of a private room is its link, and nobody's business who
 * was not given it: a handle stands for it, always the same one, of the same shape and so nobody else's name.
 */
export function shownName(name: string): string {
  if (!isPrivateRoom(name)) return name;
  const hash = createHash('sha256').update(`earshot/1/operator ${name}`).digest();
  return privateRoomName(Uint8Array.from(hash.subarray(0, 16)));
}
