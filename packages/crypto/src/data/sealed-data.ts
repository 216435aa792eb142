import { type Bytes, concat, expectWidth, randomBytes, slice, textBytes, uint32, viewOf } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import { type SigningKey, sign, verify } from '../ed25519.ts';
import type { RoomKeys } from '../keys/key-schedule.ts';
import { privateLimits } from '../limits.ts';
import { pad, unpad } from './padding.ts';

/** What a message is: one kind never passes for another. */
export type DataKind = keyof typeof kinds;

const kinds = { chat: 1, reaction: 2, file: 3, whiteboard: 4, profile: 5, topic: 6 } as const;
const kindNames: ReadonlyMap<number, DataKind> = new Map(
  Object.entries(kinds).map(([name, byte]) => [byte, name as DataKind]),
);

export interface OpenedData {
  readonly kind: DataKind;
  /** The Ed25519 key of whoever wrote it: who that is, their card or an earlier one tells. */
  readonly sender: Bytes;
  /** 16 random bytes of the sender's visit. */
  readonly stream: Bytes;
  /** From 0, one more with each message of the stream. */
  readonly sequence: number;
  readonly body: Bytes;
}

type DataRoom = Pick<RoomKeys, 'roomId' | 'epoch'>;

const version = 1;
const headerBytes = 64;
const none = new Uint8Array(0);
const tagBytes = 16;
const keyLabel = textBytes('earshot/1/data-key');
const label = textBytes('earshot/1/data');

/** Seals one visit's messages: a key for this visit alone, and a counter for its nonces that never goes back. */
export class DataSealer {
  readonly #room: DataRoom;
  readonly #secret: CryptoKey;
  readonly #signingKey: SigningKey;
  readonly #stream: Bytes;
  #key: Promise<CryptoKey> | undefined;
  #sequence = 0;

  /** @param secret the room's `history` key or `meta`, or a sender's base key for what only those present read @param stream for tests; else random */
  constructor(
    room: DataRoom,
    secret: CryptoKey,
    { signingKey, stream }: { signingKey: SigningKey; stream?: Bytes },
  ) {
    if (stream) expectWidth(stream, 16, 'a stream');
    this.#room = room;
    this.#secret = secret;
    this.#signingKey = signingKey;
    this.#stream = stream ?? randomBytes(16);
  }

  /**
   * @param context what goes beside it in the clear and has to stay as it is; the reader must know it
   * @throws RangeError for a body longer than `dataBytes`
   */
  async seal(kind: DataKind, body: Uint8Array, context: Uint8Array = none): Promise<Bytes> {
    if (body.length > privateLimits.dataBytes) throw new RangeError('too long to be sealed');
    // Taken before anything is awaited: two calls at once never share a nonce.
    const sequence = this.#sequence;
    this.#sequence += 1;
    const sender = this.#signingKey.publicKey;
    this.#key ??= dataKey(this.#secret, sender, this.#stream);
    const header = new Uint8Array(headerBytes);
    const view = viewOf(header);
    view.setUint8(0, version);
    view.setUint8(1, kinds[kind]);
    view.setUint32(4, this.#room.epoch);
    view.setBigUint64(8, BigInt(sequence));
    header.set(this.#stream, 16);
    header.set(sender, 32);
    const aad = concat(label, this.#room.roomId, header, context);
    const gcm = { name: 'AES-GCM', iv: nonceOf(header), additionalData: aad };
    const sealed = new Uint8Array(await crypto.subtle.encrypt(gcm, await this.#key, pad(body)));
    const signature = await sign(this.#signingKey, concat(aad, sealed));
    return concat(header, sealed, signature);
  }
}

/**
 * Opens what anybody of the room sealed with the same secret. Whether it was seen before is not known here:
 * whoever reads a live stream keeps a replay window per `stream`, whoever reads history compares the order.
 * @throws CryptoError `malformed`, `unsupported_version`, `signature_invalid`, or `wrong_key`
 */
export async function openData(
  bytes: Uint8Array,
  room: DataRoom,
  { secret, context = none }: { secret: CryptoKey; context?: Uint8Array },
): Promise<OpenedData> {
  const { paddingBytes, dataBytes } = privateLimits;
  const sealedLength = bytes.length - headerBytes - 64;
  if (sealedLength < paddingBytes + tagBytes || sealedLength > dataBytes + paddingBytes + tagBytes) {
    throw new CryptoError('malformed');
  }
  const own = slice(bytes, 0, bytes.length);
  const header = slice(own, 0, headerBytes);
  const view = viewOf(header);
  if (view.getUint8(0) !== version) throw new CryptoError('unsupported_version');
  const kind = kindNames.get(view.getUint8(1));
  const sequence = Number(view.getBigUint64(8));
  if (!kind || view.getUint16(2) !== 0 || !Number.isSafeInteger(sequence)) throw new CryptoError('malformed');
  if (view.getUint32(4) !== room.epoch) throw new CryptoError('wrong_key');
  const sender = slice(header, 32, 64);
  const stream = slice(header, 16, 32);
  const aad = concat(label, room.roomId, header, context);
  const sealed = slice(own, headerBytes, own.length - 64);
  if (!(await verify(sender, concat(aad, sealed), slice(own, own.length - 64, own.length)))) {
    throw new CryptoError('signature_invalid');
  }
  const key = await dataKey(secret, sender, stream);
  let padded: ArrayBuffer;
  try {
    padded = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonceOf(header), additionalData: aad },
      key,
      sealed,
    );
  } catch (cause) {
    throw new CryptoError('wrong_key', { cause });
  }
  return { kind, sender, stream, sequence, body: unpad(new Uint8Array(padded)) };
}

/** Four zero bytes, then the sequence. */
function nonceOf(header: Bytes): Bytes {
  return concat(uint32(0), header.subarray(8, 16));
}

/** Of one sender and visit, so that a nonce, which counts from 0, is never used twice under one key. */
async function dataKey(secret: CryptoKey, sender: Bytes, stream: Bytes): Promise<CryptoKey> {
  const hkdf = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: concat(keyLabel, sender, stream),
  };
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(hkdf, secret, aes, false, ['encrypt', 'decrypt']);
}
