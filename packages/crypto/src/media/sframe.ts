import { type Bytes, concat, slice, textBytes, viewOf } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import { encodeSframeHeader, type SframeHeader } from './sframe-header.ts';

/** RFC 9605, AES_128_GCM_SHA256_128. */
const cipherSuite = 0x0004;
const keyBits = 128;
const nonceBytes = 12;
const sframeTagBytes = 16;

/** What one key id's frames are sealed with. */
export interface SframeKey {
  readonly kid: bigint;
  readonly key: CryptoKey;
  readonly salt: Bytes;
}

/** A base key as WebCrypto holds it: never to be read again, only derived from. */
export async function importBaseKey(baseKey: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', baseKey, 'HKDF', false, ['deriveBits', 'deriveKey']);
}

/** RFC 9605, section 4.4.2. */
export async function deriveSframeKey(baseKey: CryptoKey, kid: bigint): Promise<SframeKey> {
  const aes = { name: 'AES-GCM', length: keyBits };
  const key = await crypto.subtle.deriveKey(hkdf('key', kid), baseKey, aes, false, ['encrypt', 'decrypt']);
  const salt = await crypto.subtle.deriveBits(hkdf('salt', kid), baseKey, nonceBytes * 8);
  return { kid, key, salt: new Uint8Array(salt) };
}

function hkdf(what: 'key' | 'salt', kid: bigint): HkdfParams {
  const info = concat(textBytes(`SFrame 1.0 Secret ${what} `), new Uint8Array(10));
  const view = viewOf(info);
  view.setBigUint64(info.length - 10, kid);
  view.setUint16(info.length - 2, cipherSuite);
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
}

/** The whole SFrame: header, ciphertext, tag. @param metadata authenticated, and not part of it */
export async function sealSframe(
  { kid, key, salt }: SframeKey,
  { counter, metadata, plain }: { counter: bigint; metadata: Uint8Array; plain: Bytes },
): Promise<Bytes> {
  const header = encodeSframeHeader(kid, counter);
  const gcm = gcmParams(salt, counter, concat(header, metadata));
  return concat(header, new Uint8Array(await crypto.subtle.encrypt(gcm, key, plain)));
}

/** @param frame the whole SFrame, which begins with `header` @throws CryptoError `malformed` or `wrong_key` */
export async function openSframe(
  { key, salt }: SframeKey,
  { header, metadata, frame }: { header: SframeHeader; metadata: Uint8Array; frame: Uint8Array },
): Promise<Bytes> {
  const sealed = slice(frame, header.bytes.length, frame.length);
  if (sealed.length < sframeTagBytes) throw new CryptoError('malformed');
  const gcm = gcmParams(salt, header.counter, concat(header.bytes, metadata));
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm, key, sealed));
  } catch (cause) {
    throw new CryptoError('wrong_key', { cause });
  }
}

/** The nonce is the salt, and the counter on top of its last eight bytes. */
function gcmParams(salt: Bytes, counter: bigint, additionalData: Bytes): AesGcmParams {
  const iv = slice(salt, 0, nonceBytes);
  const view = viewOf(iv);
  view.setBigUint64(4, view.getBigUint64(4) ^ counter);
  return { name: 'AES-GCM', iv, additionalData, tagLength: sframeTagBytes * 8 };
}
