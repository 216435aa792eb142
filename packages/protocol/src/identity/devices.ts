import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { cleanName, graphemes } from '../text.ts';
import { CertificateChain } from './certificate.ts';
import { IdentityKey, Instant, Signature } from './key.ts';
import { Revocation } from './revocation.ts';
import { statement } from './statement.ts';

/** What somebody calls a device of theirs. Cleaned as names are; may be empty. */
export const DeviceName = z.string().check(
  z.maxLength(limits.nameCodeUnits, { abort: true, error: 'is too long' }),
  z.overwrite(cleanName),
  z.refine((text) => graphemes(text) <= limits.deviceNameGraphemes, 'is too long'),
);

/** A key that speaks for a person, or did. */
export const Device = z.object({
  key: IdentityKey,
  /** `first`: it is the person's own key. */
  purpose: z.enum(['first', 'device', 'recovery']),
  name: DeviceName,
  /** When the server first heard of it. */
  linkedAtMs: Instant,
  expiresAtMs: z.optional(Instant),
  /** Left out while it speaks for the person. */
  revokedAtMs: z.optional(Instant),
});
export type Device = z.infer<typeof Device>;

/** What a device asks about those of its person. Each is answered with `DevicesAnswer`. */
export const DevicesAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('look') }),
  /** Puts the one who asks on the list. */
  z.object({ act: z.literal('introduce'), name: DeviceName }),
  z.object({ act: z.literal('rename'), key: IdentityKey, name: DeviceName }),
  z.object({ act: z.literal('revoke'), revocation: Revocation }),
]);
export type DevicesAct = z.infer<typeof DevicesAct>;

export const DevicesRequest = z.object({
  key: IdentityKey,
  /** Left out by the person's own key. */
  certificates: z.optional(CertificateChain),
  nonce: z.string().check(z.minLength(1), z.maxLength(64)),
  /** A `DevicesAct` as JSON: this very text is signed. */
  act: z.string().check(z.maxLength(limits.devicesActLength)),
  /** Ed25519 over `devicesStatement`. */
  signature: Signature,
});
export type DevicesRequest = z.infer<typeof DevicesRequest>;

/** What a device signs to ask. */
export function devicesStatement({
  host,
  nonce,
  act,
}: {
  /** As in `JoinStatement`. */
  host: string;
  nonce: string;
  act: string;
}): Uint8Array<ArrayBuffer> {
  return statement('earshot devices v1', host, nonce, act);
}

export const DevicesAnswer = z.object({ person: IdentityKey, devices: z.array(Device) });
export type DevicesAnswer = z.infer<typeof DevicesAnswer>;
