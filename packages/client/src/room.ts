import type {
  MediaSource,
  MemberId,
  ProducerId,
  Profile,
  ReportParams,
  RoomSettings,
  View,
} from '@earshot/protocol';
import type { Chat } from './chat/chat.ts';
import type { DataTopic } from './data/data-topic.ts';
import type { FloatingReaction } from './data/room-data.ts';
import type { Engine, Microphone } from './engine.ts';
import type { RoomFiles } from './files/room-files.ts';
import type { Hosting } from './hosting/hosting.ts';
import type { Identity } from './identity/identity.ts';
import type { Hearing, HearingOptions } from './listening/hearing.ts';
import type { KeyMemory } from './private/key-memory.ts';
import type { EnteringStep, RoomSecret } from './private/room-secret.ts';
import type { Levels, RoomSnapshot } from './snapshot.ts';
import type { ScreenTracks } from './streams/shared-streams.ts';

export interface JoinOptions {
  /** Where the server is, such as `https://talk.example`. The path is ignored. */
  server: string | URL;
  /** The room's name as it stands in its link: see `roomSlug`. */
  room: string;
  /** What to be called. */
  name: string;
  engine: Engine;
  /** Left out: only listen. It can be given later with `setMicrophone`. */
  microphone?: Microphone;
  /** Join with the microphone muted. */
  muted?: boolean;
  /** `returnToken` of a room that was lost, to take the same seat again. */
  returning?: string;
  /**
   * Proves a key, by which the others know this person again. It is not waited for longer than a second:
   * without it one joins all the same, and `self.key` is empty.
   */
  identity?: Identity | Promise<Identity | undefined>;
  /**
   * Makes the room with these settings, and one's own; where it is that already one comes in as its owner, and
   * they are passed over. Takes an `identity`: `identity_required` without, `name_taken` where it is somebody else's.
   */
  create?: RoomSettings;
  /** How to hear the others from the start. */
  hearing?: HearingOptions;
  /** What this client can show and play beside voices. Left out: nothing else is ever sent to it. */
  sources?: readonly Exclude<MediaSource, 'microphone'>[];
  /** MessagePack is the default: smaller, and it carries bytes. */
  codec?: 'msgpack' | 'json';
  /**
   * Calls back while a busy server has this client work before it lets it in: how likely it was to be done by
   * now (0 to 1), and undefined when it is.
   */
  onPuzzle?: (share: number | undefined) => void;
  /**
   * Opens a private room, or one that is encrypted with a key in its link. A room with a name of a private one is
   * never entered in the clear, and neither is any other with a `linkKey`, whatever the server says.
   * `joinRoom` then also throws `EntryError`.
   */
  secret?: RoomSecret;
  /** Calls back while an encrypted room is being entered. */
  onEntering?: (step: EnteringStep) => void;
  /** By which keys people are known: whoever has another one is shown as `changed`. */
  keyMemory?: KeyMemory;
  /** Gives up joining. */
  signal?: AbortSignal;
}

export type MicrophoneChange =
  | { state: 'live' | 'muted' /** Another source from now on. */; microphone?: Microphone }
  | { state: 'off' };

/** A room one is in. */
export interface Room {
  readonly snapshot: RoomSnapshot;
  /** Takes the same seat again when this room was lost: `returning` of the next `joinRoom`. A secret. */
  readonly returnToken: string;
  /** Calls back after every change of the snapshot; returns its undo. */
  subscribe(listener: () => void): () => void;
  /** Calls back at least ten times a second while somebody speaks; returns its undo. Not part of the snapshot. */
  onLevels(listener: (levels: Levels) => void): () => void;
  /**
   * Goes live, mutes, or stops sending. Muting acts on the track at once; the server is told after 100 ms
   * of silence, so that listeners hear the voice end, and the promise waits for its answer. Changes are
   * carried out one after the other, and a newer one overtakes an older one.
   * @throws RpcError when the server refuses; the microphone is then muted.
   */
  setMicrophone(change: MicrophoneChange): Promise<void>;
  /** Raises or lowers one's own hand. The snapshot follows once the server has told everyone. */
  setHand(raised: boolean): Promise<void>;
  /**
   * Changes how one presents oneself, all of it at once. `emoji` is one emoji or empty.
   * @throws RpcError `invalid_params`, `rate_limited`
   */
  setProfile(profile: Profile): Promise<void>;
  /** Call it in a click or key handler when `snapshot.playback` is `blocked`. */
  resumePlayback(): Promise<void>;
  /** Volumes, mute and levelling, for this listener alone. */
  readonly hearing: Hearing;
  /** The playing track of each member by id, for tests, recorders and meters. */
  readonly tracks: ReadonlyMap<string, MediaStreamTrack>;
  /** Calls back after one of `tracks` came or went, which is no change of the snapshot; returns its undo. */
  onTracks(listener: () => void): () => void;
  /**
   * Shows a camera to the others: `self.streams` then has it. The track stays the caller's; one that ends, or
   * the end of the room, ends the stream.
   * @throws RpcError
   */
  shareCamera(options: { track: MediaStreamTrack }): Promise<ProducerId>;
  /** Shows a screen, with what it plays where there is a sound. As many at once as `producersPerSource`. @throws RpcError */
  shareScreen(tracks: ScreenTracks): Promise<ProducerId>;
  /** Sends a screen as sharp letters, or as a film that moves, from now on. */
  tuneScreen(producerId: ProducerId, hint: 'text' | 'motion'): Promise<void>;
  /** Ends something that one shows; a screen ends with its sound. Safe to call twice. */
  stopStream(producerId: ProducerId): Promise<void>;
  /**
   * Says which cameras and screens of others are on the screen, and in which layer (0 is the smallest): all
   * of them, each time. Only these are sent. Safe to call as often as one likes: only the last word counts.
   */
  setViews(views: readonly View[]): void;
  /** The pictures that can be shown now, by the id of the producer: those looked at, and one's own. */
  readonly pictures: ReadonlyMap<ProducerId, MediaStreamTrack>;
  /** Calls back after one of `pictures` came or went; returns its undo. */
  onPictures(listener: () => void): () => void;
  /** What shared screens play, by the id of the producer. It is being played already. */
  readonly sounds: ReadonlyMap<ProducerId, MediaStreamTrack>;
  /** What the connection measures of itself (`RTCStatsReport` of both transports). */
  getStats(): Promise<{ send?: RTCStatsReport; recv?: RTCStatsReport }>;
  /**
   * Asks the server for a sign of life, for moments in which the connection may have gone unnoticed: a phone
   * that was unlocked, a network that changed. Where none comes within 3 s the room is over at once.
   */
  checkConnection(): Promise<void>;
  /** Whose the room is, who may do what in it, and doing it. */
  readonly hosting: Hosting;
  /** What is written in the room. */
  readonly chat: Chat;
  /** Files from member to member. They outlive a lost connection, where the same engine enters the room again. */
  readonly files: RoomFiles;
  /**
   * An application's own bytes, from member to member. Reliable topics (the default) deliver each message once
   * and in order; others may lose some, and are never late for it.
   * @throws TypeError for a name that is not of lower-case letters, digits, `.`, `_` and `-`, or begins with `earshot.`
   */
  data(topic: string, options?: { reliable?: boolean }): DataTopic;
  /** Lets an emoji float over the room. It may get lost. */
  react(emoji: string): void;
  /** Calls back for each emoji that floats, one's own too; returns its undo. */
  onReaction(listener: (reaction: FloatingReaction) => void): () => void;
  /**
   * Tells the operator of the server about somebody who is here, left a few minutes ago, or wrote what is still in
   * the chat. `withChat`: what was written in the last minute goes with it.
   * @throws RpcError `not_found`, `rate_limited`, `storage_failed`
   */
  report(memberId: MemberId, report: Omit<ReportParams, 'memberId'>): Promise<void>;
  /**
   * Proves a password that was changed: see `snapshot.privacy.proveAgain`.
   * @throws EntryError `wrong_password`, `locked_out` and others as `joinRoom` does, RpcError
   */
  proveAgain(secret: RoomSecret, options?: { onEntering?: (step: EnteringStep) => void }): Promise<void>;
  /** Leaves and lets go of everything but the microphone, which belongs to the caller. Safe to call twice. */
  leave(): Promise<void>;
}
