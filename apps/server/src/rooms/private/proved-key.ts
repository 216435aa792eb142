import type { IdentityKey } from '@earshot/protocol';

/** What somebody proved who knows the secret of a private room. */
export interface ProvedKey {
  /** Of the secret that they know. */
  readonly epoch: number;
  /** The Ed25519 key on their card. */
  readonly signingKey: IdentityKey;
}
