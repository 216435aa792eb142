import type { MemberId } from '@earshot/protocol';

/** How far this room keeps what is said to those who are in it. */
export interface Privacy {
  /**
   * `open`: the server could listen in; `encrypted`: only whoever has the whole link hears and reads anything;
   * `private`: and nobody else is let in.
   */
  readonly kind: 'open' | 'encrypted' | 'private';
  /** Groups of digits that are the same for all who are here, for reading them to each other. Empty in open rooms. */
  readonly safetyNumber: string;
  /** Everyone else, by id; empty in open rooms. */
  readonly members: ReadonlyMap<MemberId, Trust>;
  /** The signing keys of those whose card is right: what the safety number is made of, beside one's own. */
  readonly signingKeys: ReadonlyMap<MemberId, string>;
  /** What is wrong now, each once. */
  readonly problems: readonly PrivacyProblem[];
  /** What a private room is called and about, where its owner has said so. */
  readonly meta?: { readonly name: string; readonly topic: string };
  /** The password was changed: who has not proved the new one by then (`Room.proveAgain`) is sent out. */
  readonly proveAgain?: {
    /** Milliseconds since the Unix epoch. */
    readonly byMs: number;
    readonly mode: 'password' | 'link' | 'both';
  };
}

/**
 * `verified`: they know the room's secret; `unverified`: nothing of theirs can be heard or read, and they get no
 * keys; `changed`: they know the secret, and have another key than whoever was called so before.
 */
export type Trust = 'verified' | 'unverified' | 'changed';

export type PrivacyProblem =
  /** What encrypts has died: nothing is sent any more, and what is received is silence. Joining again mends it. */
  | { readonly what: 'encryption_stopped' }
  /** This client can encrypt no sound and no pictures: it neither sends nor plays any. */
  | { readonly what: 'media_unsupported' }
  /** The server gave a stream out as this member's that is not theirs, or theirs as another kind. It is dropped. */
  | { readonly what: 'stream_misnamed'; readonly memberId: MemberId }
  /** Nothing of theirs can be opened: their key has not come, though it was asked for. */
  | { readonly what: 'key_missing'; readonly memberId: MemberId };

export const openRoom: Privacy = {
  kind: 'open',
  safetyNumber: '',
  members: new Map(),
  signingKeys: new Map(),
  problems: [],
};

export function sameProblem(one: PrivacyProblem, other: PrivacyProblem): boolean {
  const idOf = (problem: PrivacyProblem) => ('memberId' in problem ? problem.memberId : undefined);
  return one.what === other.what && idOf(one) === idOf(other);
}
