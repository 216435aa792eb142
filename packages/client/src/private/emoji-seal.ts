import type { RoomKeys } from '@earshot/crypto';
import { limits, type MessageId } from '@earshot/protocol';
import { base64url, fromBase64url } from '../identity/base64url.ts';

const nonceBytes = 12;
const tagBytes = 16;
const plainBytes = limits.sealedEmojiBytes - nonceBytes - tagBytes;

/**
 * Reactions to messages, sealed so that the same emoji on the same message has the same text: the server counts
 * them without knowing what they are. The nonce is a MAC of what is sealed (as in RFC 5297), so none is used for two.
 */
export class EmojiSeal {
  readonly #room: Pick<RoomKeys, 'roomId' | 'history'>;
  #keys: Promise<{ mac: CryptoKey; aes: CryptoKey }> | undefined;

  constructor(room: Pick<RoomKeys, 'roomId' | 'history'>) {
    this.#room = room;
  }

  /** @returns base64url of `limits.sealedEmojiBytes` bytes */
  async seal(id: MessageId, emoji: string): Promise<string> {
    const { mac, aes } = await this.#derived();
    const plain = new Uint8Array(plainBytes);
    plain.set(new TextEncoder().encode(emoji));
    const place = new TextEncoder().encode(`${id} `);
    const statement = new Uint8Array(place.length + plain.length);
    statement.set(place);
    statement.set(plain, place.length);
    const nonce = new Uint8Array(await crypto.subtle.sign('HMAC', mac, statement)).slice(0, nonceBytes);
    const sealed = await crypto.subtle.encrypt(this.#gcm(nonce, id), aes, plain);
    const token = new Uint8Array(limits.sealedEmojiBytes);
    token.set(nonce);
    token.set(new Uint8Array(sealed), nonceBytes);
    return base64url(token);
  }

  /** @returns undefined for what was not sealed here, for this message */
  async open(id: MessageId, text: string): Promise<string | undefined> {
    const { aes } = await this.#derived();
    try {
      const token = fromBase64url(text);
      const nonce = token.slice(0, nonceBytes);
      const plain = await crypto.subtle.decrypt(this.#gcm(nonce, id), aes, token.slice(nonceBytes));
      return new TextDecoder().decode(plain).replace(/\0+$/, '');
    } catch {
      return undefined;
    }
  }

  #gcm(iv: Uint8Array<ArrayBuffer>, id: MessageId): AesGcmParams {
    const additionalData = new Uint8Array([...this.#room.roomId, ...new TextEncoder().encode(id)]);
    return { name: 'AES-GCM', iv, additionalData };
  }

  #derived(): Promise<{ mac: CryptoKey; aes: CryptoKey }> {
    this.#keys ??= (async () => {
      const { history } = this.#room;
      const hkdf = (label: string) => ({
        name: 'HKDF',
        hash: 'SHA-256',
        salt: new Uint8Array(0),
        info: new TextEncoder().encode(`earshot/1/emoji-${label}`),
      });
      const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
      const mac = await crypto.subtle.deriveKey(hkdf('mac'), history, hmac, false, ['sign']);
      const gcm = { name: 'AES-GCM', length: 256 };
      const aes = await crypto.subtle.deriveKey(hkdf('key'), history, gcm, false, ['encrypt', 'decrypt']);
      return { mac, aes };
    })();
    return this.#keys;
  }
}
