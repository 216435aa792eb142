import type { Bytes } from './bytes.ts';
import { CryptoError } from './crypto-error.ts';

/** RFC 4648, section 5, without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Reads exactly `width` bytes, in the one text they have: stray bits in the last letter are refused.
 * @throws CryptoError `malformed`
 */
export function fromBase64url(text: string, width: number): Bytes {
  if (text.length !== Math.ceil((width * 4) / 3) || !/^[\w-]*$/.test(text))
    throw new CryptoError('malformed');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  if (base64url(bytes) !== text) throw new CryptoError('malformed');
  return bytes;
}
