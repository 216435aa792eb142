import { CryptoError, parsePrivateRoomName, type RoomRecord, readRecord } from '@earshot/crypto';
import { fromBase64url } from '../identity/base64url.ts';
import { EntryError } from './entry-error.ts';
import type { EpochMemory } from './epoch-memory.ts';
import type { Visit } from './visit-memory.ts';

/**
 * The record of a private room that a server shows: what its owner signed, and no older than what was seen of it before.
 * @throws CryptoError where it is not what the owner signed, EntryError `epoch_rolled_back`
 */
export async function shownRecord(
  text: string,
  { room, epochs, visit }: { room: string; epochs: EpochMemory; visit?: Visit },
): Promise<RoomRecord> {
  const record = await readRecordText(text, parsePrivateRoomName(room));
  const newest = Math.max((await epochs.newest(room)) ?? 0, visit?.shownEpoch ?? 0);
  if (record.epoch < newest) throw new EntryError('epoch_rolled_back');
  if (visit) visit.shownEpoch = record.epoch;
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
