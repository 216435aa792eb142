import { CryptoError, DataSealer, openData, type RoomKeys } from '@earshot/crypto';
import { RoomMeta, RpcError, readContent, writeContent } from '@earshot/protocol';
import { base64url, fromBase64url } from '../identity/base64url.ts';

/** @returns undefined where there is none, or none that this room's owner sealed */
export async function openMeta(sealed: string | undefined, room: RoomKeys): Promise<RoomMeta | undefined> {
  if (sealed === undefined) return undefined;
  try {
    const { kind, body } = await openData(fromBase64url(sealed), room, { secret: room.meta });
    return kind === 'profile' ? readContent(RoomMeta, body) : undefined;
  } catch (error) {
    if (error instanceof CryptoError || error instanceof RpcError || error instanceof DOMException)
      return undefined;
    throw error;
  }
}

/** What the room is called and about, signed with its `auth` key: by somebody who knows its secret. */
export async function sealMeta(meta: RoomMeta, room: RoomKeys): Promise<string> {
  const sealer = new DataSealer(room, room.meta, { signingKey: room.auth });
  return base64url(await sealer.seal('profile', writeContent(RoomMeta.parse(meta))));
}
