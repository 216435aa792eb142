import type { EnteringStep, Room } from '@earshot/client';
import { ownIdentity } from '@earshot/client/browser';
import { keepOwnRoom, type OwnRoom } from '@earshot/client/own-rooms';
import {
  type ClosedRoom,
  changePassword,
  createPrivateRoom,
  knock,
  newPassphrase,
  type RoomMode,
} from '@earshot/client/private';
import { hasOwnRoomsKey } from '../home/own-rooms-key.ts';
import { pageEngine } from '../room/page-engine.ts';
import { nameRoom } from '../room/room-label.ts';
import { holdSecret, renewSecret } from '../room/room-secrets.ts';
import { serverAddress } from '../room/server-address.ts';
import { writeStored } from '../ui/stored.ts';

/** How a private room shall be. */
export interface PrivateWish {
  readonly mode: RoomMode;
  readonly password: string;
  readonly name: string;
  readonly topic: string;
}

interface Making {
  signal: AbortSignal;
  onEntering: (step: EnteringStep) => void;
}

/** A room that is there, for whoever made it to pass on. */
export interface MadeRoom extends PrivateWish {
  readonly room: string;
  readonly link: string;
  /** Whether this browser has kept the key by which the room can be changed. */
  readonly kept: boolean;
}

/** Makes a private room, and opens its door to this page. @throws RpcError, EntryError, the signal's reason */
export async function makePrivateRoom(wish: PrivateWish, making: Making): Promise<MadeRoom> {
  const { mode, password, name, topic } = wish;
  const { room, link, owner, secret } = await createPrivateRoom({
    server: serverAddress(),
    engine: pageEngine,
    identity: ownIdentity(),
    mode,
    ...(mode !== 'link' && { password }),
    meta: { name, topic },
    ...making,
  });
  holdSecret(room, { ...secret, mode, opened: true });
  nameRoom(room, name, topic);
  const kept = await keep({ ...owner, name, topic, mode, madeAtMs: Date.now() });
  return { ...wish, room, link, kept };
}

/** Gives one's own room another password, key, or both. This page can go in with it at once. @throws RpcError, EntryError, the signal's reason */
export async function changeSecret(
  own: OwnRoom,
  wish: Pick<PrivateWish, 'mode' | 'password'>,
  { room, ...making }: Making & { room?: Room },
): Promise<MadeRoom> {
  const { mode, password } = wish;
  const { name, topic } = own;
  const { secret, link } = await changePassword({
    server: serverAddress(),
    engine: pageEngine,
    owner: own,
    mode,
    ...(mode !== 'link' && { password }),
    meta: { name, topic },
    ...(room && { room }),
    ...making,
  });
  renewSecret(own.room, { ...secret, mode });
  nameRoom(own.room, name, topic);
  await keep({ ...own, mode });
  return { ...wish, name, topic, room: own.room, link, kept: true };
}

/** Looks at the door of a room. @throws EntryError, RpcError, the signal's reason */
export function lookAtDoor(room: string, signal: AbortSignal): Promise<ClosedRoom> {
  return knock({ server: serverAddress(), engine: pageEngine, room, identity: ownIdentity(), signal });
}

async function keep(own: OwnRoom): Promise<boolean> {
  try {
    await keepOwnRoom(own);
    writeStored(hasOwnRoomsKey, 'yes');
    return true;
  } catch {
    return false;
  }
}

export { newPassphrase };
