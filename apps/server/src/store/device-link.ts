import { CertificateChain, Device, IdentityKey } from '@earshot/protocol';
import * as z from 'zod';
import { InstantMs } from './instant.ts';

/** A key that speaks for a person, or did. */
export const DeviceLink = z.object({
  person: IdentityKey,
  key: IdentityKey,
  purpose: Device.shape.purpose,
  name: Device.shape.name,
  linkedAtMs: InstantMs,
  /** Null: not by itself. */
  expiresAtMs: InstantMs.nullable(),
  /** Null: it still speaks for them. */
  revokedAtMs: InstantMs.nullable(),
  /** What led to it; none for the first. */
  chain: z.array(CertificateChain.def.element),
});
export type DeviceLink = z.infer<typeof DeviceLink>;
