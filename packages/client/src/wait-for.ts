import { withDeadline } from '@earshot/lifetime';
import { RpcError } from '@earshot/protocol';
import type { Room } from './room.ts';
import type { RoomSnapshot } from './snapshot.ts';

/**
 * Waits until a room is as one wants it, such as `({ media }) => media === 'connected'`.
 * @throws RpcError `connection_lost` when the room ends first; DeadlineError after `limitMs`.
 */
export async function waitFor(
  room: Room,
  isSo: (snapshot: RoomSnapshot) => boolean,
  { limitMs = 15_000 }: { limitMs?: number } = {},
): Promise<RoomSnapshot> {
  const { promise, resolve, reject } = Promise.withResolvers<RoomSnapshot>();
  const look = () => {
    const { snapshot } = room;
    if (isSo(snapshot)) resolve(snapshot);
    else if (snapshot.status.at === 'ended') {
      reject(new RpcError('connection_lost', { detail: snapshot.status.end.detail }));
    }
  };
  const undo = room.subscribe(look);
  look();
  try {
    return await withDeadline(promise, { what: 'the room', limitMs });
  } finally {
    undo();
  }
}
