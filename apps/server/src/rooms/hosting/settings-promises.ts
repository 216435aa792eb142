import { isPrivateRoom, type RoomSettings, RpcError } from '@earshot/protocol';

/**
 * What people were promised when they came in stays so: a room that is encrypted, or is not, and one that is
 * private. Whoever says nothing of it changes nothing.
 * @throws RpcError `not_permitted`
 */
export function keepPromises(
  name: string,
  { now, next }: { now: RoomSettings; next: RoomSettings },
): RoomSettings {
  const { encrypted = false } = now;
  if ((next.encrypted ?? encrypted) !== encrypted) {
    throw new RpcError('not_permitted', { detail: 'encrypted stays as it is' });
  }
  // What a private room is called and about is sealed; in the clear it would be everybody's.
  if (isPrivateRoom(name) && (next.listed || next.topic !== '' || next.tags.length > 0)) {
    throw new RpcError('not_permitted', { detail: 'the room is private' });
  }
  return encrypted ? { ...next, encrypted } : next;
}
