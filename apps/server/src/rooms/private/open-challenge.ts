import type { RecordSecret, RoomRecord } from '@earshot/crypto/proof';
import type { PrivateChallenge, SealedMeta } from '@earshot/protocol';
import type { Ticket } from './resume-tickets.ts';

/** What somebody was asked, until they answer. */
export interface OpenChallenge {
  readonly room: string;
  /** As it is told. */
  readonly asked: PrivateChallenge;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly record: RoomRecord;
  readonly secret: RecordSecret;
  /** For whoever answers rightly alone: a password can be tried on it at home. */
  readonly sealedMeta: SealedMeta | undefined;
  /** When it is good no more, by the monotonic clock. */
  readonly untilMs: number;
  /** The one that was shown, where it was good. */
  readonly ticket: Ticket | undefined;
}

/** Who answers, and over what: what the server knows of it by itself. */
export interface Answering {
  /** The names of this server. */
  readonly hosts: readonly string[];
  /** 16 bytes. */
  readonly connectionId: Uint8Array<ArrayBuffer>;
  readonly prefix: string;
}
