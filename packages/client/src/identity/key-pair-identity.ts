import type { Certificate } from '@earshot/protocol';
import { base64url } from './base64url.ts';
import type { Identity } from './identity.ts';

/** What a key is kept as: a browser's IndexedDB takes it whole, and nobody can read the private half. */
export interface StoredIdentity {
  readonly key: string;
  readonly privateKey: CryptoKey;
  /** By which the key speaks for a person whose first key is another one. */
  readonly certificates?: readonly Certificate[];
}

/** @throws where WebCrypto is missing (plain http) or knows no Ed25519 */
export async function newKeyPair(): Promise<StoredIdentity> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const key = base64url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
  return { key, privateKey };
}

export function identityOf({ key, privateKey, certificates }: StoredIdentity): Identity {
  return {
    key,
    privateKey,
    ...(certificates && { certificates }),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes)),
  };
}

/** A new identity, for as long as the program runs. @throws as `newKeyPair` does */
export async function newIdentity(): Promise<Identity> {
  return identityOf(await newKeyPair());
}
