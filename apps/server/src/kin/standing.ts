import { type CertificateChain, chainEndsAtMs, chainLinks, type IdentityKey } from '@earshot/protocol';
import type { DeviceLink } from '../store/device-link.ts';

interface Moment {
  /** All that is known of the person's keys. */
  known: readonly DeviceLink[];
  /** Milliseconds since the Unix epoch. */
  nowMs: number;
}

/**
 * Whether the holder speaks for the chain's person now. The signatures were checked before. What a revoked key
 * says of times is worth nothing, so that of those it vouched for only the ones that were known by then stay;
 * they are not listed in any other way. A key that was revoked may be vouched for once more, by one that
 * still speaks for the person.
 */
export function speaksFor(chain: CertificateChain, holder: IdentityKey, { known, nowMs }: Moment): boolean {
  if (chainEndsAtMs(chain) <= nowMs) return false;
  const byKey = new Map(known.map((link) => [link.key, link]));
  return (chainLinks(chain, holder) ?? []).every(({ issuer, certificate }, index, { length }) => {
    const own = byKey.get(certificate.key);
    const listed = own?.revokedAtMs === null && own.purpose === certificate.purpose;
    if (isRevoked(byKey.get(issuer)) && !listed) return false;
    // Whether a key on the way was revoked is asked at the next certificate, which it signed.
    return index < length - 1 || !isRevoked(own) || certificate.issuedAtMs > (own?.revokedAtMs ?? 0);
  });
}

export function isRevoked(link: DeviceLink | undefined): boolean {
  return link !== undefined && link.revokedAtMs !== null;
}
