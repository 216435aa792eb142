import { base64url, fromBase64url } from '../base64url.ts';
import { type Bytes, expectWidth, randomBytes } from '../bytes.ts';

/** 32 random bytes, which a link carries behind the `#` that browsers keep to themselves. */
export function newLinkSecret(): Bytes {
  return randomBytes(32);
}

/** What goes behind a room's address. */
export function linkFragment(secret: Uint8Array): string {
  expectWidth(secret, 32, 'a link secret');
  return `#k=${base64url(secret)}`;
}

/**
 * @param fragment `location.hash`, which is to be taken out of the address bar once this has read it
 * @returns undefined where it holds no secret at all
 * @throws CryptoError `malformed` where it holds one that was cut off or changed
 */
export function linkSecretOf(fragment: string): Bytes | undefined {
  if (!fragment.startsWith('#k=')) return undefined;
  return fromBase64url(fragment.slice(3), 32);
}
