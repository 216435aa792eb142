import { fromBase64url } from './base64url.ts';
import { type Bytes, concat, expectWidth, slice } from './bytes.ts';

/** WebCrypto's, by a name that the types of browsers and of Node both have. */
type PrivateKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
type PublicKey = PrivateKey;

/** A key pair that signs (RFC 8032, Ed25519): the private half cannot be read again. */
export interface SigningKey {
  /** 32 bytes. */
  readonly publicKey: Bytes;
  readonly privateKey: PrivateKey;
}

/** What stands before the 32 bytes of an Ed25519 private key in PKCS#8 (RFC 8410, section 7). */
const pkcs8Prefix = new Uint8Array([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);

/** The same key each time. @param seed 32 bytes @throws where there is no Ed25519, or no WebCrypto (plain http) */
export async function signingKeyFromSeed(seed: Uint8Array): Promise<SigningKey> {
  expectWidth(seed, 32, 'a seed');
  const pkcs8 = concat(pkcs8Prefix, seed);
  // The public half can only be asked for where the private one can be, too.
  const open = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', open);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  pkcs8.fill(0);
  return { publicKey: fromBase64url(x, 32), privateKey };
}

export async function newSigningKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  if (!('publicKey' in pair)) throw new TypeError('one key where two belong');
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { publicKey, privateKey: pair.privateKey };
}

/** @returns 64 bytes */
export async function sign(key: SigningKey, statement: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, statement));
}

/** Whether a signature is the key's; a key that is no point of the curve has signed nothing. */
export async function verify(publicKey: Bytes, statement: Bytes, signature: Bytes): Promise<boolean> {
  try {
    return await crypto.subtle.verify('Ed25519', await verifyingKey(publicKey), signature, statement);
  } catch {
    return false;
  }
}

/** By the bytes they were read from: a member's card stays, and letter after letter is checked with it. */
const verifyingKeys = new WeakMap<Bytes, Promise<PublicKey>>();

function verifyingKey(publicKey: Bytes): Promise<PublicKey> {
  const known = verifyingKeys.get(publicKey);
  if (known) return known;
  const key = crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  verifyingKeys.set(publicKey, key);
  return key;
}

/** Splits what was signed from the 64 bytes that follow it, and checks them. */
export async function verifyTail(publicKey: Bytes, label: Bytes, signed: Bytes): Promise<boolean> {
  const end = signed.length - 64;
  return verify(publicKey, concat(label, signed.subarray(0, end)), slice(signed, end, signed.length));
}
