import type { Certificate } from '@earshot/protocol';
import { keyHash } from './key-hash.ts';

/**
 * A key pair that stands for a person, whoever keeps it and wherever. The private half stays behind `sign`.
 */
export interface Identity {
  /** The Ed25519 public key: 32 bytes in base64url without padding. */
  readonly key: string;
  /** By which this key speaks for a person whose first key is another one. */
  readonly certificates?: readonly Certificate[];
  /** The private half, where it may sign what an encrypted room needs; left out: such a room gets a key for the visit. */
  readonly privateKey?: CryptoKey;
  /** The Ed25519 signature of `bytes`: 64 bytes. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** Whose key the others see: the person's first one. A server that knows better may see it otherwise. */
export function personKey({ key, certificates }: Pick<Identity, 'key' | 'certificates'>): string {
  return certificates?.[0]?.person ?? key;
}

/** A hue for a key's avatar, in degrees from 0 to 359: the same one everywhere and always. */
export function keyHue(key: string): number {
  return keyHash(key) % 360;
}
