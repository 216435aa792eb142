import {
  acceptRecord,
  CryptoError,
  privateRoomName,
  type RoomRecord,
  readRecord,
  readRecordSecret,
} from '@earshot/crypto/proof';
import { type PrivateRecord, type RecordSecret, RpcError, type SealedMeta } from '@earshot/protocol';
import type { PrivateRoom } from '../../store/private-room.ts';

/** A private room as somebody wants it to be, signed by its owner. */
export interface PrivateWish {
  /** What the room is called: it follows from the record. */
  readonly name: string;
  readonly record: RoomRecord;
  readonly entry: PrivateRoom;
}

export interface GivenWish {
  readonly record: PrivateRecord;
  readonly recordSecret: RecordSecret;
  readonly sealedMeta?: SealedMeta | undefined;
}

/** @throws RpcError `record_rejected` */
export async function readPrivateWish(given: GivenWish, nowMs: number): Promise<PrivateWish> {
  const { sealedMeta, ...halves } = given;
  try {
    const record = await readRecord(Buffer.from(given.record, 'base64url'));
    acceptRecord(record, { nowMs });
    await readRecordSecret(record, Buffer.from(given.recordSecret, 'base64url'));
    const { epoch } = record;
    const entry = { ...halves, epoch, ...(sealedMeta && { sealedMeta }) };
    return { name: privateRoomName(record.roomId), record, entry };
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    throw new RpcError('record_rejected', { detail: cause.code, cause });
  }
}
