import * as z from 'zod/mini';
import { CertificateChain } from './certificate.ts';
import { DeviceName } from './devices.ts';
import { IdentityKey } from './key.ts';

/** What two devices leave for each other in a box, sealed, to be linked. */
export const linkLetters = {
  /** By the new device. */
  ask: z.object({ key: IdentityKey, name: DeviceName }),
  /** Certificates that lead to the new key; without them it is a refusal. */
  reply: z.object({ certificates: z.optional(CertificateChain) }),
} as const;
