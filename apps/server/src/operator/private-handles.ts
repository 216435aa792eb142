import { isPrivateRoom } from '@earshot/protocol';
import type { PrivateRoomStore } from '../store/store.ts';
import { shownName } from './shown-name.ts';

/** Names read in one go. */
const namesAtOnce = 500;

/**
 * Which private room the operator means by a handle, open or not. Nothing keeps handles beside names: all names are
 * gone through, which is quick enough for what one person does now and then. @throws RpcError `storage_failed`
 */
export async function privateRoomBehind(
  handle: string,
  rooms: Pick<PrivateRoomStore, 'names'>,
): Promise<string | undefined> {
  if (!isPrivateRoom(handle)) return undefined;
  for (let names: string[] = [], after: string | undefined; ; after = names.at(-1)) {
    names = await rooms.names(after, namesAtOnce);
    const found = names.find((name) => shownName(name) === handle);
    if (found !== undefined || names.length < namesAtOnce) return found;
  }
}
