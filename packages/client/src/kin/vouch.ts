import {
  type Certificate,
  certificateStatement,
  type Revocation,
  revocationStatement,
} from '@earshot/protocol';
import { base64url } from '../identity/base64url.ts';
import { type Identity, personKey } from '../identity/identity.ts';

/** Makes another key speak for one's person. @returns the whole chain that leads to it */
export async function vouch(
  identity: Identity,
  certificate: Pick<Certificate, 'key' | 'purpose' | 'issuedAtMs' | 'expiresAtMs'>,
): Promise<readonly Certificate[]> {
  const unsigned = { person: personKey(identity), ...certificate };
  const signature = base64url(await identity.sign(certificateStatement(unsigned, identity.key)));
  return [...(identity.certificates ?? []), { ...unsigned, signature }];
}

/** Says that a key, or one's own, does not speak for one's person any more. */
export async function revoke(
  identity: Identity,
  { key, revokedAtMs }: Pick<Revocation, 'key' | 'revokedAtMs'>,
): Promise<Revocation> {
  const unsigned = { person: personKey(identity), key, issuer: identity.key, revokedAtMs };
  return { ...unsigned, signature: base64url(await identity.sign(revocationStatement(unsigned))) };
}
