import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { IdentityKey, Instant, Signature } from './key.ts';
import { statement } from './statement.ts';

/** What a key may do for its person: be one of their devices, or bring a device in with the recovery code. */
export const CertificatePurpose = z.enum(['device', 'recovery']);

/** With this somebody's key vouches for another one. A person is their first key. */
export const Certificate = z.object({
  person: IdentityKey,
  /** The key that speaks for the person from now on. */
  key: IdentityKey,
  purpose: CertificatePurpose,
  issuedAtMs: Instant,
  /** Left out: until it is revoked. */
  expiresAtMs: z.optional(Instant),
  /** Ed25519 over `certificateStatement`, by the person's key or by the one before it in the chain. */
  signature: Signature,
});
export type Certificate = z.infer<typeof Certificate>;

/** From the person's key on: each is signed by the key of the one before it, the first by the person's. */
export const CertificateChain = z.array(Certificate).check(z.minLength(1), z.maxLength(limits.certificates));
export type CertificateChain = readonly Certificate[];

export type Unsigned<Signed> = Omit<Signed, 'signature'>;

/** What the issuer signs. */
export function certificateStatement(
  { person, key, purpose, issuedAtMs, expiresAtMs }: Unsigned<Certificate>,
  issuer: IdentityKey,
): Uint8Array<ArrayBuffer> {
  const times = [String(issuedAtMs), expiresAtMs === undefined ? '' : String(expiresAtMs)];
  return statement('earshot certificate v1', person, issuer, key, purpose, ...times);
}
