import { type Bytes, concat, slice, textBytes, uint32 } from '../bytes.ts';
import { constantTimeEqual } from '../constant-time-equal.ts';
import { CryptoError } from '../crypto-error.ts';
import type { RoomKeys } from '../keys/key-schedule.ts';

/** Room for any emoji, and its length before it. */
const plainBytes = 64;
const nonceBytes = 12;
const tagBytes = 16;

export const reactionTokenBytes = nonceBytes + plainBytes + tagBytes;

/**
 * Hides which emoji somebody reacts with. The same emoji to the same message gives the same token from
 * everybody, so that the server can count without reading: its nonce follows from what is sealed, as in SIV
 * (RFC 5297). The server sees which reactions are alike, and no more.
 */
export class ReactionTokens {
  readonly #key: CryptoKey;
  readonly #mac: CryptoKey;
  readonly #room: Pick<RoomKeys, 'roomId' | 'epoch'>;

  private constructor(room: Pick<RoomKeys, 'roomId' | 'epoch'>, key: CryptoKey, mac: CryptoKey) {
    this.#room = room;
    this.#key = key;
    this.#mac = mac;
  }

  static async of(room: Pick<RoomKeys, 'roomId' | 'epoch' | 'history'>): Promise<ReactionTokens> {
    const hkdf = (what: string) => ({
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(0),
      info: textBytes(`earshot/1/reaction-${what}`),
    });
    const aes = { name: 'AES-GCM', length: 256 };
    const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
    const key = await crypto.subtle.deriveKey(hkdf('key'), room.history, aes, false, ['encrypt', 'decrypt']);
    const mac = await crypto.subtle.deriveKey(hkdf('mac'), room.history, hmac, false, ['sign']);
    return new ReactionTokens(room, key, mac);
  }

  /** @throws RangeError for what is longer than any emoji: more than 63 bytes of UTF-8 */
  async seal(messageId: string, emoji: string): Promise<Bytes> {
    const text = textBytes(emoji);
    if (text.length >= plainBytes) throw new RangeError('not an emoji');
    const plain = new Uint8Array(plainBytes);
    plain[0] = text.length;
    plain.set(text, 1);
    const iv = await this.#nonce(messageId, plain);
    const gcm = { name: 'AES-GCM', iv, additionalData: textBytes(messageId) };
    return concat(iv, new Uint8Array(await crypto.subtle.encrypt(gcm, this.#key, plain)));
  }

  /** @throws CryptoError `malformed` or `wrong_key` */
  async open(messageId: string, token: Uint8Array): Promise<string> {
    if (token.length !== reactionTokenBytes) throw new CryptoError('malformed');
    const iv = slice(token, 0, nonceBytes);
    const gcm = { name: 'AES-GCM', iv, additionalData: textBytes(messageId) };
    const sealed = slice(token, nonceBytes, token.length);
    const opened = await crypto.subtle.decrypt(gcm, this.#key, sealed).catch(() => undefined);
    if (!opened) throw new CryptoError('wrong_key');
    const plain = new Uint8Array(opened);
    // A token with any other nonce would be counted apart from its like.
    if (!constantTimeEqual(await this.#nonce(messageId, plain), iv)) throw new CryptoError('malformed');
    const length = plain[0] as number;
    if (length >= plainBytes) throw new CryptoError('malformed');
    return new TextDecoder().decode(plain.subarray(1, 1 + length));
  }

  async #nonce(messageId: string, plain: Bytes): Promise<Bytes> {
    const { roomId, epoch } = this.#room;
    const statement = concat(roomId, uint32(epoch), plain, textBytes(messageId));
    return slice(new Uint8Array(await crypto.subtle.sign('HMAC', this.#mac, statement)), 0, nonceBytes);
  }
}
