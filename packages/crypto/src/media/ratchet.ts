import { type Bytes, textBytes } from '../bytes.ts';
import { importBaseKey } from './sframe.ts';

const ratchet: HkdfParams = {
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(0),
  info: textBytes('SFrame 1.0 Ratchet'),
};

/** RFC 9605, section 5.1: the key of the next step. Nobody finds the way back. @returns 32 bytes */
export async function ratchetBaseKey(baseKey: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(ratchet, baseKey, 256));
}

/** The same for a key that is only held: what comes out cannot be read either. */
export async function ratchetHeldKey(baseKey: CryptoKey, times: number): Promise<CryptoKey> {
  let key = baseKey;
  for (let step = 0; step < times; step += 1) {
    const bytes = await ratchetBaseKey(key);
    key = await importBaseKey(bytes);
    bytes.fill(0);
  }
  return key;
}
