import { openRoomIdOf, type RoomKeys } from '@earshot/crypto';
import type { EncryptionEngine } from './encryption-engine.ts';
import { roomKeysOf } from './room-keys-of.ts';

interface LinkRoom {
  host: string;
  room: string;
  linkKey: Uint8Array | undefined;
  encryption: EncryptionEngine;
}

/**
 * The keys of an open room that is encrypted: they follow from its name and the key in its link alone, without a
 * record or an epoch, since the server checks nothing there. @throws EntryError `no_link_key`
 */
export async function linkRoomKeys({ host, room, linkKey, encryption }: LinkRoom): Promise<RoomKeys> {
  const record = {
    roomId: await openRoomIdOf(room),
    salt: new Uint8Array(16),
    epoch: 0,
    mode: 'link' as const,
  };
  return roomKeysOf({ host, record, secret: linkKey && { linkKey }, encryption });
}
