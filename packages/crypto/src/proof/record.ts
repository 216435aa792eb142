import { type Bytes, concat, expectWidth, randomBytes, sha256, slice, textBytes, viewOf } from '../bytes.ts';
import { constantTimeEqual } from '../constant-time-equal.ts';
import { CryptoError } from '../crypto-error.ts';
import { type SigningKey, sign, verifyTail } from '../ed25519.ts';
import { roomIdOf } from './room-id.ts';

/** What opens the room. */
export type RoomMode = 'password' | 'link' | 'both';

/** What strangers are shown, and check before they do any work. */
export interface RoomRecord {
  readonly roomId: Bytes;
  /** Ed25519, 32 bytes. */
  readonly ownerKey: Bytes;
  readonly mode: RoomMode;
  /** 1 to 2^32 - 1; one more with each change of the secret. */
  readonly epoch: number;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAtMs: number;
  /** 16 random bytes, new with each epoch. */
  readonly salt: Bytes;
  /** SHA-256("earshot/1/verifier" ‖ verifier ‖ opening): says nothing to who has not the opening. */
  readonly commitment: Bytes;
  /** The 160 bytes that all of this was read from. */
  readonly bytes: Bytes;
}

/** The half that its maker and the server know: whoever has it can try passwords at home. */
export interface RecordSecret {
  /** The public half of the key that proofs are signed with, 32 bytes. */
  readonly verifier: Bytes;
  /** 32 random bytes. */
  readonly opening: Bytes;
}

export const recordBytes = 160;
export const recordSecretBytes = 64;
export const storedRecordBytes = recordBytes + recordSecretBytes;

const version = 1;
const modes: readonly RoomMode[] = ['password', 'link', 'both'];
/** How a password is stretched: 0 not at all, 1 Argon2id (64 MiB, 3 passes, 1 lane). Follows from the mode. */
const kdfs: Readonly<Record<RoomMode, number>> = { password: 1, link: 0, both: 1 };
const recordLabel = textBytes('earshot/1/record');
const verifierLabel = textBytes('earshot/1/verifier');
const lastEpoch = 2 ** 32 - 1;

interface NewRecord {
  readonly mode: RoomMode;
  readonly epoch: number;
  readonly expiresAtMs: number;
  readonly salt: Uint8Array;
  readonly verifier: Bytes;
  /** For tests; else random. */
  readonly opening?: Bytes;
}

/** @throws TypeError where a part is not what it should be */
export async function signRecord(
  owner: SigningKey,
  { mode, epoch, expiresAtMs, salt, verifier, opening = randomBytes(32) }: NewRecord,
): Promise<{ record: RoomRecord; secret: RecordSecret }> {
  expectWidth(salt, 16, 'a salt');
  expectWidth(verifier, 32, 'a verifier');
  expectWidth(opening, 32, 'an opening');
  if (!Number.isInteger(epoch) || epoch < 1 || epoch > lastEpoch) throw new TypeError('not an epoch');
  if (!Number.isSafeInteger(expiresAtMs) || expiresAtMs < 0) throw new TypeError('not a time');
  const body = new Uint8Array(96);
  const view = viewOf(body);
  view.setUint8(0, version);
  view.setUint8(1, kdfs[mode]);
  view.setUint8(2, modes.indexOf(mode) + 1);
  view.setUint32(4, epoch);
  view.setBigUint64(8, BigInt(expiresAtMs));
  body.set(salt, 16);
  body.set(owner.publicKey, 32);
  body.set(await sha256(verifierLabel, verifier, opening), 64);
  const bytes = concat(body, await sign(owner, concat(recordLabel, body)));
  return { record: await readRecord(bytes), secret: { verifier, opening } };
}

/**
 * Reads a record and checks its signature.
 * @param roomId of the link that was opened; left out by the server, which learns it from the record
 * @throws CryptoError `malformed`, `unsupported_version` or `record_invalid`
 */
export async function readRecord(bytes: Uint8Array, roomId?: Uint8Array): Promise<RoomRecord> {
  if (bytes.length !== recordBytes) throw new CryptoError('malformed');
  const own = slice(bytes, 0, recordBytes);
  const view = viewOf(own);
  if (view.getUint8(0) !== version) throw new CryptoError('unsupported_version');
  const mode = modes[view.getUint8(2) - 1];
  const epoch = view.getUint32(4);
  const expiresAtMs = Number(view.getBigUint64(8));
  if (!mode || view.getUint8(1) !== kdfs[mode] || view.getUint8(3) !== 0)
    throw new CryptoError('record_invalid');
  if (epoch === 0 || !Number.isSafeInteger(expiresAtMs)) throw new CryptoError('record_invalid');
  const ownerKey = slice(own, 32, 64);
  const ownId = await roomIdOf(ownerKey);
  if (roomId && !constantTimeEqual(ownId, roomId)) throw new CryptoError('record_invalid');
  if (!(await verifyTail(ownerKey, recordLabel, own))) throw new CryptoError('record_invalid');
  const salt = slice(own, 16, 32);
  return {
    roomId: ownId,
    ownerKey,
    mode,
    epoch,
    expiresAtMs,
    salt,
    commitment: slice(own, 64, 96),
    bytes: own,
  };
}

/** The half that strangers are not shown, as it is sent: verifier, then opening. */
export function encodeRecordSecret({ verifier, opening }: RecordSecret): Bytes {
  return concat(verifier, opening);
}

/** Both halves in one. */
export function encodeStoredRecord(record: RoomRecord, secret: RecordSecret): Bytes {
  return concat(record.bytes, encodeRecordSecret(secret));
}

/** @throws CryptoError as `readRecord` does, and `record_invalid` where the verifier is not the owner's choice */
export async function readStoredRecord(
  bytes: Uint8Array,
  roomId?: Uint8Array,
): Promise<{ record: RoomRecord; secret: RecordSecret }> {
  if (bytes.length !== storedRecordBytes) throw new CryptoError('malformed');
  const record = await readRecord(bytes.subarray(0, recordBytes), roomId);
  return { record, secret: await readRecordSecret(record, bytes.subarray(recordBytes)) };
}

/** @throws CryptoError `malformed`, or `record_invalid` where it is not what the owner signed for */
export async function readRecordSecret(record: RoomRecord, bytes: Uint8Array): Promise<RecordSecret> {
  if (bytes.length !== recordSecretBytes) throw new CryptoError('malformed');
  const verifier = slice(bytes, 0, 32);
  const opening = slice(bytes, 32, 64);
  const commitment = await sha256(verifierLabel, verifier, opening);
  if (!constantTimeEqual(commitment, record.commitment)) throw new CryptoError('record_invalid');
  return { verifier, opening };
}

/**
 * Whether `next` may stand where `known` stood: the same owner, and a later epoch or the very same bytes.
 * @throws CryptoError `record_invalid` for another owner, `record_rolled_back`, or `record_expired`
 */
export function acceptRecord(
  next: RoomRecord,
  { known, nowMs }: { known?: RoomRecord; nowMs: number },
): void {
  if (next.expiresAtMs <= nowMs) throw new CryptoError('record_expired');
  if (!known) return;
  if (!constantTimeEqual(next.ownerKey, known.ownerKey)) throw new CryptoError('record_invalid');
  const same = constantTimeEqual(next.bytes, known.bytes);
  if (next.epoch < known.epoch || (next.epoch === known.epoch && !same)) {
    throw new CryptoError('record_rolled_back');
  }
}
