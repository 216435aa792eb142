import type { IdentityKey, SealedMeta } from '@earshot/protocol';

/** What somebody proved who knows the secret of a private room. */
export interface ProvedKey {
  /** Of the secret that they know. */
  readonly epoch: number;
  /** The Ed25519 key on their card. */
  readonly signingKey: IdentityKey;
  /** What the room of that epoch is called and about, for those who know that secret. */
  readonly sealedMeta: SealedMeta | undefined;
}
