import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type IdentityProof, joinStatement } from '@earshot/protocol';
import type { SignalingClient } from './signaling-client.ts';

/** Somebody with a key pair. */
export class KeyHolder {
  readonly key: string;
  readonly #privateKey: KeyObject;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.key = publicKey.export({ format: 'jwk' }).x ?? '';
    this.#privateKey = privateKey;
  }

  sign(bytes: Uint8Array): string {
    return sign(null, bytes, this.#privateKey).toString('base64url');
  }

  /** Signs for a client's connection; what is signed can be made wrong. */
  async proof(
    client: SignalingClient,
    statement: { room: string; host?: string; nonce?: string },
  ): Promise<IdentityProof> {
    const nonce = await client.nonce;
    const bytes = joinStatement({ host: client.host, nonce, ...statement });
    return { key: this.key, signature: this.sign(bytes) };
  }
}
