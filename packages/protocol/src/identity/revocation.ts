import * as z from 'zod/mini';
import { IdentityKey, Instant, Signature } from './key.ts';
import { statement } from './statement.ts';

/** With this one of a person's devices says that another one, or itself, does not speak for them any more. */
export const Revocation = z.object({
  person: IdentityKey,
  key: IdentityKey,
  revokedAtMs: Instant,
  /** The device that says so. */
  issuer: IdentityKey,
  /** Ed25519 over `revocationStatement`, by the issuer. */
  signature: Signature,
});
export type Revocation = z.infer<typeof Revocation>;

/** What the issuer signs. */
export function revocationStatement({
  person,
  issuer,
  key,
  revokedAtMs,
}: Omit<Revocation, 'signature'>): Uint8Array<ArrayBuffer> {
  return statement('earshot revocation v1', person, issuer, key, String(revokedAtMs));
}
