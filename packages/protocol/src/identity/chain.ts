import { type Certificate, type CertificateChain, certificateStatement } from './certificate.ts';
import type { IdentityKey, Verify } from './key.ts';

/** One certificate, and the key that must have signed it. */
export interface ChainLink {
  issuer: IdentityKey;
  certificate: Certificate;
}

/**
 * The chain as links from the person's key to the holder's, or undefined where it is not such a chain: it
 * stays with one person, comes by no key twice, ends at the holder, and a recovery key brings in devices only.
 */
export function chainLinks(chain: CertificateChain, holder: IdentityKey): ChainLink[] | undefined {
  const person = chain[0]?.person;
  if (person === undefined || chain.at(-1)?.key !== holder) return undefined;
  const passed = new Set([person]);
  const links: ChainLink[] = [];
  let issuer: Pick<Certificate, 'key' | 'purpose'> = { key: person, purpose: 'device' };
  for (const certificate of chain) {
    if (certificate.person !== person || passed.has(certificate.key)) return undefined;
    if (issuer.purpose === 'recovery' && certificate.purpose !== 'device') return undefined;
    passed.add(certificate.key);
    links.push({ issuer: issuer.key, certificate });
    issuer = certificate;
  }
  return links;
}

/** Whether the chain leads to the holder, and each of its signatures is right. Says nothing of time. */
export async function leadsTo(
  chain: CertificateChain,
  holder: IdentityKey,
  verify: Verify,
): Promise<boolean> {
  const links = chainLinks(chain, holder);
  if (!links) return false;
  for (const { issuer, certificate } of links) {
    const { signature } = certificate;
    if (!(await verify({ key: issuer, bytes: certificateStatement(certificate, issuer), signature }))) {
      return false;
    }
  }
  return true;
}

/** When the chain ends by itself, in milliseconds since the Unix epoch: with the first of its certificates. */
export function chainEndsAtMs(chain: CertificateChain): number {
  return Math.min(...chain.map(({ expiresAtMs }) => expiresAtMs ?? Number.POSITIVE_INFINITY));
}
