import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { type Certificate, certificateStatement, type Unsigned } from '../identity/certificate.ts';
import type { Verify } from '../identity/key.ts';

/** PKCS#8 around an Ed25519 seed (RFC 8410, section 7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key made of a number, the same one each time. */
export class SeededKey {
  readonly key: string;
  readonly #privateKey;

  constructor(seed: number) {
    const der = Buffer.concat([pkcs8Prefix, Buffer.alloc(32, seed)]);
    this.#privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    this.key = createPublicKey(this.#privateKey).export({ format: 'jwk' }).x ?? '';
  }

  sign(bytes: Uint8Array): string {
    return sign(null, bytes, this.#privateKey).toString('base64url');
  }

  /** Vouches for another key. */
  certify(certificate: Unsigned<Certificate>): Certificate {
    return { ...certificate, signature: this.sign(certificateStatement(certificate, this.key)) };
  }
}

export const verifySignature: Verify = ({ key, bytes, signature }) => {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return verify(null, bytes, publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
};
