import { statement } from '@earshot/protocol';
import { base64url, fromBase64url } from '../identity/base64url.ts';
import { animalWords, plantWords } from '../identity/short-name-words.ts';
import { derive } from './derive.ts';

const secretBytes = 16;
const ivBytes = 12;

export type LetterSlot = 'ask' | 'reply';

/**
 * What the QR code carries from one device to the other. Both derive from it where they meet, and the key to
 * what they leave there for each other; the server sees neither the secret nor what is in the letters.
 */
export class LinkSecret {
  /** Behind the `#` of the link. */
  readonly text: string;
  /** The box where they meet. */
  readonly box: string;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #key: CryptoKey;

  private constructor(parts: { bytes: Uint8Array<ArrayBuffer>; box: string; key: CryptoKey }) {
    this.text = base64url(parts.bytes);
    this.box = parts.box;
    this.#bytes = parts.bytes;
    this.#key = parts.key;
  }

  /** @throws where WebCrypto is missing (plain http) */
  static make(): Promise<LinkSecret> {
    return LinkSecret.#of(crypto.getRandomValues(new Uint8Array(secretBytes)));
  }

  /** Undefined where the text is no secret: a link that was cut off. */
  static async read(text: string): Promise<LinkSecret | undefined> {
    if (!/^[\w-]{21}[AQgw]$/.test(text)) return undefined;
    return LinkSecret.#of(fromBase64url(text));
  }

  static async #of(bytes: Uint8Array<ArrayBuffer>): Promise<LinkSecret> {
    const [box, seal] = await Promise.all([
      derive(bytes, 'earshot link box v1', 16),
      derive(bytes, 'earshot link seal v1', 32),
    ]);
    const key = await crypto.subtle.importKey('raw', seal, 'AES-GCM', false, ['encrypt', 'decrypt']);
    return new LinkSecret({ bytes, box: base64url(box), key });
  }

  async seal(slot: LetterSlot, letter: unknown): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const text = new TextEncoder().encode(JSON.stringify(letter));
    const sealed = await crypto.subtle.encrypt(this.#algorithm(iv, slot), this.#key, text);
    return base64url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
  }

  /** @throws where it was not sealed with this secret and for this slot */
  async open(slot: LetterSlot, sealed: string): Promise<unknown> {
    const bytes = fromBase64url(sealed);
    const iv = bytes.slice(0, ivBytes);
    const text = await crypto.subtle.decrypt(this.#algorithm(iv, slot), this.#key, bytes.slice(ivBytes));
    return JSON.parse(new TextDecoder().decode(text));
  }

  /** Three words that both devices show, and that no third one could make fit. */
  async words(newKey: string): Promise<readonly string[]> {
    const [one = 0, two = 0, three = 0] = await derive(
      this.#bytes,
      statement('earshot link words v1', newKey),
      3,
    );
    const lists = [animalWords, plantWords, animalWords] as const;
    return [one, two, three].map((byte, index) => lists[index]?.[byte & 0x7f] ?? '');
  }

  #algorithm(iv: Uint8Array<ArrayBuffer>, slot: LetterSlot): AesGcmParams {
    return { name: 'AES-GCM', iv, additionalData: statement('earshot link v1', this.box, slot) };
  }
}
