import * as z from 'zod/mini';
import { CertificateChain } from './identity/certificate.ts';
import { IdentityKey, Signature } from './identity/key.ts';
import { statement } from './identity/statement.ts';

export { IdentityKey } from './identity/key.ts';

/** A key, and the proof that whoever joins holds its private half. */
export const IdentityProof = z.object({
  key: IdentityKey,
  /** Ed25519 over `joinStatement`: 64 bytes in base64url without padding. */
  signature: Signature,
  /** By which the key speaks for a person whose first key is another one. */
  certificates: z.optional(CertificateChain),
});
export type IdentityProof = z.infer<typeof IdentityProof>;

export interface JoinStatement {
  /** The host of the server's address, with the port where it is not the scheme's own: `URL.host`. */
  host: string;
  room: string;
  /** From the `hello` of this very connection. */
  nonce: string;
}

/** What an identity signs to join. */
export function joinStatement({ host, room, nonce }: JoinStatement): Uint8Array<ArrayBuffer> {
  return statement('earshot join v1', host, room, nonce);
}
