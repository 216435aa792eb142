export { ReactionTokens, reactionTokenBytes } from './data/reaction-token.ts';
export { type DataKind, DataSealer, type OpenedData, openData } from './data/sealed-data.ts';
export { newSigningKey, type SigningKey, signingKeyFromSeed } from './ed25519.ts';
export { deriveRoomKeys, type RoomKeys, roomSalt } from './keys/key-schedule.ts';
export { linkFragment, linkSecretOf, newLinkSecret } from './keys/link-secret.ts';
export { newPassphrase, wordList } from './keys/passphrase.ts';
export { passwordBytes } from './keys/password.ts';
export type { MediaCodec } from './media/clear-bytes.ts';
export {
  type HeldKeys,
  type HeldKeysEffect,
  type HeldKeysEvent,
  heldKeysDueMs,
  noHeldKeys,
  stepHeldKeys,
} from './media/held-keys.ts';
export type { KeyId } from './media/key-id.ts';
export { keyIdOf, MediaOpener, type OpenedFrame } from './media/media-opener.ts';
export { MediaSealer } from './media/media-sealer.ts';
export { OwnKeyring } from './media/own-keyring.ts';
export {
  firstOwnKeys,
  type KeyChange,
  type OwnKeys,
  type OwnKeysEffect,
  type OwnKeysEvent,
  ownKeysDueMs,
  stepOwnKeys,
} from './media/own-keys.ts';
export { ratchetHeldKey } from './media/ratchet.ts';
export { ReplayWindow } from './media/replay-window.ts';
export { importBaseKey } from './media/sframe.ts';
export { comesAfter, type KeyName } from './members/key-name.ts';
export { cardBytes, type MemberCard, makeCard, readCard } from './members/member-card.ts';
export { personSafetyNumber, roomSafetyNumber } from './members/safety-number.ts';
export {
  newSealingKey,
  type OpenedKey,
  openKey,
  type SealingKey,
  sealedKeyBytes,
  sealKey,
} from './members/sealed-key.ts';
export { announceStep, readStep, stepNoticeBytes } from './members/step-notice.ts';
export * from './proof/index.ts';
