import type { KeyName } from '@earshot/crypto';
import type { MediaKind, MediaSource, MemberId } from '@earshot/protocol';
import type { EpochMemory } from './epoch-memory.ts';

/** What an encrypted room needs from the place it runs in. */
export interface EncryptionEngine {
  /**
   * Works the key out of a password (Argon2id), beside everything else.
   * @returns 32 bytes
   * @throws the signal's reason
   */
  deriveKey(derivation: Derivation): Promise<Uint8Array<ArrayBuffer>>;
  readonly epochs: EpochMemory;
  /**
   * What encrypts sound and pictures; left out where nothing can: there one neither sends nor plays any.
   * @throws EntryError `encryption_unsupported` where it should be there and is not
   */
  openFrames?(): FrameCrypto;
  /** Measures how loud the tracks that are played here are; left out where nothing can. */
  openLevels?(onLevels: (levels: ReadonlyMap<string, number>) => void): DecodedLevels;
}

export interface Derivation {
  /** In the form that `@earshot/crypto` gives it. */
  readonly password: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal | undefined;
  /** How likely it is to be done by now, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Where the media keys are. Frames for which it has no key are dropped, in both directions. */
export interface FrameCrypto {
  /**
   * What is sent from here on is encrypted. Call it before the sender is negotiated: inside `onRtpSender`. It
   * throws where that cannot be had.
   */
  send(sender: RTCRtpSender, options: { source: MediaSource; kind: MediaKind }): void;
  /** Resolves once encrypted frames of this sender have been seen. @throws where it dies before */
  confirmed(sender: RTCRtpSender): Promise<void>;
  /** This sender is done with: its place among the streams of its kind is free, and nothing of it passes any more. */
  ended(sender: RTCRtpSender): void;
  /** What comes in is decrypted, if it is this member's and of this kind. Inside `onRtpReceiver`. */
  receive(receiver: RTCRtpReceiver, options: ReceivedFrames): void;
  /** One's own key from now on. */
  useKey(key: MediaKey): void;
  /** A key of somebody else, from now on too. */
  installKey(memberId: MemberId, key: MediaKey): void;
  dropKey(memberId: MemberId, key: KeyName): void;
  /** They are gone, or came back with other keys. */
  forget(memberId: MemberId): void;
  /** Calls back with what it notices; returns its undo. */
  onNews(listener: (news: FrameNews) => void): () => void;
  /** What has passed since it was opened. */
  readonly counts: FrameCounts;
  close(): void;
}

export interface ReceivedFrames {
  readonly memberId: MemberId;
  readonly source: MediaSource;
  readonly kind: MediaKind;
}

/** A base key (RFC 9605) that can be derived from, and never read again. */
export interface MediaKey extends KeyName {
  /** What its owner's frames are marked with in this visit; two members may have the same. */
  readonly slot: number;
  readonly baseKey: CryptoKey;
}

export type FrameNews =
  /** It has died. Nothing passes any more. */
  | { readonly type: 'died' }
  /** The server gave frames out as this member's that are not. */
  | { readonly type: 'misnamed'; readonly memberId: MemberId }
  /** Frames of this member come under a key that is not known. */
  | { readonly type: 'unknownKey'; readonly memberId: MemberId }
  /** A frame has proved to be sealed with this key of theirs, for the first time. */
  | { readonly type: 'keyInUse'; readonly memberId: MemberId; readonly key: KeyName };

export interface FrameCounts {
  readonly encrypted: number;
  readonly decrypted: number;
  /** Under a key that is not known (yet, or any more). */
  readonly unknown: number;
  /** Changed on the way, seen before, or not whose they should be. */
  readonly refused: number;
  /** Too many were waiting. */
  readonly overrun: number;
}

/** Reads how loud tracks are, several times a second, while anybody can see it. */
export interface DecodedLevels {
  /** @param id stands for the track in what is told */
  add(id: string, track: MediaStreamTrack): () => void;
  close(): void;
}
