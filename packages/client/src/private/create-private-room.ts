import { linkFragment, newSigningKey, privateRoomName, roomIdOf } from '@earshot/crypto';
import { systemClock } from '@earshot/lifetime';
import { msgpackCodec } from '@earshot/protocol';
import type { Engine } from '../engine.ts';
import type { Identity } from '../identity/identity.ts';
import { mediaError } from '../media-error.ts';
import { originOf, signalingUrl } from '../server-address.ts';
import { SignalingLink } from '../signaling-link.ts';
import { EntryError } from './entry-error.ts';
import { putRecord, type RecordWish } from './put-record.ts';
import type { RoomOwner } from './room-owner.ts';
import type { RoomSecret } from './room-secret.ts';

export interface NewPrivateRoom extends RecordWish {
  server: string | URL;
  engine: Engine;
  /** Whose room it is, with all that an owner may do in a room. Without one: `identity_required`. */
  identity: Identity | Promise<Identity | undefined>;
}

export interface PrivateRoom {
  readonly room: string;
  /** The whole link, with the key behind `#k=` where the room takes one. */
  readonly link: string;
  /** For `joinRoom`. */
  readonly secret: RoomSecret;
  /** To be kept by whoever wants to change the password later. */
  readonly owner: RoomOwner;
}

/** Makes a private room. It is there once this resolves, and nobody is in it. @throws RpcError, EntryError, the signal's reason */
export async function createPrivateRoom({ server, engine, ...wish }: NewPrivateRoom): Promise<PrivateRoom> {
  const key = await newSigningKey();
  const owner: RoomOwner = { room: privateRoomName(await roomIdOf(key.publicKey)), key };
  const url = signalingUrl(server);
  const secret = await overLink({ url, engine }, (link) =>
    putRecord({ ...wish, link, host: url.host, engine, owner, epoch: 1 }),
  );
  return { room: owner.room, link: linkOf(url, owner.room, secret), secret, owner };
}

/** Where the room is, with its key where there is one. */
export function linkOf(signaling: URL, room: string, { linkKey }: RoomSecret): string {
  return `${originOf(signaling)}/r/${room}${linkKey ? linkFragment(linkKey) : ''}`;
}

/** A connection for one purpose. */
export async function overLink<T>(
  { url, engine }: { url: URL; engine: Engine },
  work: (link: SignalingLink) => Promise<T>,
): Promise<T> {
  const link = new SignalingLink({ engine, url, codec: msgpackCodec, clock: systemClock });
  try {
    return await work(link);
  } catch (error) {
    throw error instanceof EntryError ? error : mediaError(error);
  } finally {
    link.close('left');
  }
}
