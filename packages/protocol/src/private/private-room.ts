import * as z from 'zod/mini';
import { IdentityKey, Signature } from '../identity/key.ts';
import { limits } from '../limits.ts';
import { privateRoomShape } from './is-private-room.ts';

export const PrivateRoomName = z
  .string()
  .check(z.regex(privateRoomShape, 'is not the name of a private room'));

/** Bytes in base64url without padding. */
const bytes = (least: number, most: number) => {
  const [from, to] = [least, most].map((count) => Math.ceil((count * 4) / 3));
  return z
    .string()
    .check(z.regex(new RegExp(`^[\\w-]{${from === to ? to : `${from},${to}`}}$`), 'is not base64url'));
};

/** What a room is entered by, signed by its owner: laid out in docs/PRIVATE-ROOMS.md. */
export const PrivateRecord = bytes(1, limits.privateRecordBytes);
export type PrivateRecord = z.infer<typeof PrivateRecord>;

/** The key that proofs are checked with, and what opens the record's commitment to it. Only the server is told. */
export const RecordSecret = bytes(64, 64);
export type RecordSecret = z.infer<typeof RecordSecret>;

/** What a room is called and about, sealed for those who know its secret. */
export const SealedMeta = bytes(1, limits.sealedMetaBytes);
export type SealedMeta = z.infer<typeof SealedMeta>;

/** Says who a member is to the others, and that they know the room's secret. The server cannot check it. */
export const MemberCard = bytes(1, limits.memberCardBytes);
export type MemberCard = z.infer<typeof MemberCard>;

/** 32 bytes, good for one proof over this connection within `challengeMs`. */
export const ChallengeNonce = bytes(32, 32);

/** Lets a member who has been in before prove themselves beside those who guess. A secret. */
export const ResumeTicket = bytes(32, 32);
export type ResumeTicket = z.infer<typeof ResumeTicket>;

/** Counts the changes of a room's secret. */
export const Epoch = z.int().check(z.minimum(1), z.maximum(0xffff_ffff));
export type Epoch = z.infer<typeof Epoch>;

/** What has to be answered to come in. */
export const PrivateChallenge = z.object({
  record: PrivateRecord,
  nonce: ChallengeNonce,
  /**
   * Leading zero bits that the hash of nonce and counter must have; 0: no work is asked for. For more than
   * `limits.challengeBitsMost` nobody works.
   */
  bits: z.int().check(z.minimum(0), z.maximum(256)),
});
export type PrivateChallenge = z.infer<typeof PrivateChallenge>;

/** The answer: signed with the room's `auth` key over what docs/PRIVATE-ROOMS.md lists. */
export const PrivateProof = z.object({
  /** Of the record that was answered. */
  epoch: Epoch,
  /** The Ed25519 key on the member's card. */
  signingKey: IdentityKey,
  /** The X25519 key on the member's card. */
  sealingKey: bytes(32, 32),
  /** The puzzle's answer: 64 bits, big-endian. */
  counter: bytes(8, 8),
  signature: Signature,
});
export type PrivateProof = z.infer<typeof PrivateProof>;

/** What a member has who proved that they know the secret. */
export const Proved = z.object({
  /** Of the secret that they know. */
  epoch: Epoch,
  /** For `challenge`, the next time. */
  ticket: ResumeTicket,
  /** For them alone: whoever has it can try passwords on it at home. */
  sealedMeta: z.optional(SealedMeta),
});
export type Proved = z.infer<typeof Proved>;
