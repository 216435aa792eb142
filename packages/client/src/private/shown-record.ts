import { CryptoError, parsePrivateRoomName, type RoomRecord, readRecord } from '@earshot/crypto';
import { fromBase64url } from '../identity/base64url.ts';
import { EntryError } from './entry-error.ts';
import type { EpochMemory } from './epoch-memory.ts';

/**
 * The record of a private room that a server shows: what its owner signed, and no older than what was seen of it before.
 * @throws CryptoError where it is not what the owner signed, EntryError `epoch_rolled_back`
 */
export async function shownRecord(
  text: string,
  { room, epochs }: { room: string; epochs: EpochMemory },
): Promise<RoomRecord> {
  const record = await readRecordText(text, parsePrivateRoomName(room));
  const newest = await epochs.newest(room);
  if (newest !== undefined && record.epoch < newest) throw new EntryError('epoch_rolled_back');
  return record;
}

/** @throws CryptoError also where it is no base64url at all: whoever made that up has tampered with it */
export async function readRecordText(text: string, roomId: Uint8Array): Promise<RoomRecord> {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64url(text);
  } catch (cause) {
    throw new CryptoError('malformed', { cause });
  }
  return readRecord(bytes, roomId);
}
