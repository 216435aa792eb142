import { type Bytes, concat, expectWidth, randomBytes, slice, textBytes, uint32 } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import { privateLimits } from '../limits.ts';

const { fileChunkBytes, fileChunks, paddingBytes } = privateLimits;
const nonceBytes = 12;
const tagBytes = 16;
const overheadBytes = nonceBytes + tagBytes;
const label = textBytes('earshot/1/file');

/** Bytes of every sealed chunk but the last. */
export const sealedChunkBytes = fileChunkBytes + overheadBytes;

/** 32 random bytes, for one file; they go around in a sealed message of kind `file`. */
export function newFileSecret(): Bytes {
  return randomBytes(32);
}

/** How long a file of this length is once it is sealed. */
export function sealedFileBytes(length: number): number {
  const full = Math.floor(length / fileChunkBytes);
  const rest = length - full * fileChunkBytes;
  return full * sealedChunkBytes + Math.ceil((rest + 1) / paddingBytes) * paddingBytes + overheadBytes;
}

/**
 * Seals and opens the chunks of one file, in any order: each stands by its number and says whether it is the
 * last, so that none can be moved, swapped or cut off. A nonce is drawn for each: who reads a file again, for
 * somebody else, may find it changed, and a number would then be a nonce used twice.
 */
export class FileCipher {
  readonly #key: CryptoKey;

  private constructor(key: CryptoKey) {
    this.#key = key;
  }

  static async of(secret: Bytes): Promise<FileCipher> {
    expectWidth(secret, 32, 'a file secret');
    return new FileCipher(
      await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']),
    );
  }

  /**
   * @param chunk exactly `fileChunkBytes` of them, or for the last one fewer, none at all where they divide evenly
   * @returns nonce, ciphertext, tag @throws RangeError for any other length
   */
  async seal(index: number, chunk: Uint8Array): Promise<Bytes> {
    if (chunk.length > fileChunkBytes) throw new RangeError('a chunk too long');
    const final = chunk.length < fileChunkBytes;
    const plain = final ? padChunk(chunk) : slice(chunk, 0, chunk.length);
    const nonce = randomBytes(nonceBytes);
    return concat(
      nonce,
      new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, index, final), this.#key, plain)),
    );
  }

  /** @throws CryptoError `malformed` or `wrong_key` */
  async open(index: number, sealed: Uint8Array): Promise<{ bytes: Bytes; final: boolean }> {
    const length = sealed.length - overheadBytes;
    if (length > fileChunkBytes || length <= 0 || length % paddingBytes !== 0)
      throw new CryptoError('malformed');
    const nonce = slice(sealed, 0, nonceBytes);
    const rest = slice(sealed, nonceBytes, sealed.length);
    // A last chunk may be filled up to the full length: then what it was sealed as tells alone.
    for (const final of length === fileChunkBytes ? [false, true] : [true]) {
      const plain = await crypto.subtle
        .decrypt(gcm(nonce, index, final), this.#key, rest)
        .catch(() => undefined);
      if (!plain) continue;
      const bytes = new Uint8Array(plain);
      return { bytes: final ? unpadChunk(bytes) : bytes, final };
    }
    throw new CryptoError('wrong_key');
  }
}

/** Authenticates the number of the chunk, in four bytes, and 1 for the last one. */
function gcm(iv: Bytes, index: number, final: boolean): AesGcmParams {
  if (!Number.isInteger(index) || index < 0 || index >= fileChunks) throw new RangeError('not a chunk');
  return {
    name: 'AES-GCM',
    iv,
    additionalData: concat(label, uint32(index), new Uint8Array([final ? 1 : 0])),
  };
}

/** 0x80, then zeros up to a multiple of 256 (ISO/IEC 7816-4). */
function padChunk(chunk: Uint8Array): Bytes {
  const padded = new Uint8Array(Math.ceil((chunk.length + 1) / paddingBytes) * paddingBytes);
  return concat(chunk, new Uint8Array([0x80]), padded.subarray(chunk.length + 1));
}

function unpadChunk(plain: Bytes): Bytes {
  const end = plain.findLastIndex((byte) => byte !== 0);
  if (plain[end] !== 0x80 || plain.length - end > paddingBytes) throw new CryptoError('malformed');
  return slice(plain, 0, end);
}
