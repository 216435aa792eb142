import { createPublicKey, verify } from 'node:crypto';
import type { Verify } from '@earshot/protocol';

/** Whether the signature is the key's (RFC 8032, Ed25519). */
export const signedBy = (({ key, bytes, signature }) => {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return verify(null, bytes, publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    // 32 bytes that are no point of the curve.
    return false;
  }
}) satisfies Verify;
