import type { Engine } from '../engine.ts';
import type { Room } from '../room.ts';
import { signalingUrl } from '../server-address.ts';
import { linkOf, overLink } from './create-private-room.ts';
import { EntryError } from './entry-error.ts';
import { entryErrorOf } from './entry-error-of.ts';
import { putRecord, type RecordWish } from './put-record.ts';
import type { RoomOwner } from './room-owner.ts';
import type { RoomSecret } from './room-secret.ts';
import { shownRecord } from './shown-record.ts';

interface PasswordChange extends RecordWish {
  server: string | URL;
  engine: Engine;
  owner: RoomOwner;
  /** Where one is inside: the new password is proved there at once. */
  room?: Room;
}

/**
 * Gives a private room another password, another link key, or both anew. Everybody inside has to prove it within
 * `limits.proveAgainWithinMs`, or is sent out. @throws RpcError, EntryError, the signal's reason
 */
export async function changePassword({
  server,
  engine,
  owner,
  room,
  ...wish
}: PasswordChange): Promise<{ secret: RoomSecret; link: string }> {
  const url = signalingUrl(server);
  const encryption = await engine.encryption?.();
  if (!encryption) throw new EntryError('encryption_unsupported');
  const { epochs } = encryption;
  const secret = await overLink({ url, engine }, async (link) => {
    await link.opened;
    const { record } = await link.request('challenge', { room: owner.room });
    // Where the server shows an old one, what is signed next would be of an epoch that has been.
    const known = await shownRecord(record, { room: owner.room, epochs }).catch((error) => {
      throw entryErrorOf(error);
    });
    return putRecord({ ...wish, link, host: url.host, engine, owner, epoch: known.epoch + 1 });
  });
  await room?.proveAgain(secret);
  return { secret, link: linkOf(url, owner.room, secret) };
}
