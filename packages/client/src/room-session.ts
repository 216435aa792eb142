import { type Clock, Scope } from '@earshot/lifetime';
import {
  type JoinResult,
  type MemberId,
  type Profile,
  type ReportParams,
  RpcError,
  type View,
} from '@earshot/protocol';
import { afterVoice } from './after-voice.ts';
import { Announcements } from './announcements.ts';
import type { Chat } from './chat/chat.ts';
import type { DataTopic } from './data/data-topic.ts';
import type { FloatingReaction } from './data/room-data.ts';
import type { RoomFiles } from './files/room-files.ts';
import type { RoomHosting } from './hosting/room-hosting.ts';
import { type LinkEnd, roomEnd } from './link-end.ts';
import type { RoomHearing } from './listening/hearing.ts';
import { mediaError } from './media-error.ts';
import { floorOf } from './microphone/floor.ts';
import { openRoom } from './private/privacy.ts';
import type { RoomEncryption } from './private/room-encryption.ts';
import type { EnteringStep, RoomSecret } from './private/room-secret.ts';
import type { JoinOptions, MicrophoneChange, Room } from './room.ts';
import { type RoomParts, type RoomPartsOptions, roomParts } from './room-parts.ts';
import { firstSnapshot } from './room-state.ts';
import type { SignalingLink } from './signaling-link.ts';
import type { Levels, RoomEnd, RoomSnapshot } from './snapshot.ts';
import { SnapshotStore } from './snapshot-store.ts';
import type { ScreenTracks } from './streams/shared-streams.ts';

/** The server frees the seat when the socket closes, too; its answer to a goodbye is worth a moment only. */
const leaveWithinMs = 1_000;

/** Long enough for a slow phone that has just woken up, and shorter than the heartbeat's patience. */
const signOfLifeWithinMs = 3_000;

interface RoomSessionOptions extends RoomPartsOptions {
  microphone: Pick<JoinOptions, 'microphone' | 'muted'>;
}

/** A room one is in: ties the link, the media and the snapshot together, and ends them together. */
export class RoomSession implements Room {
  readonly returnToken: string;
  readonly #link: SignalingLink;
  readonly #clock: Clock;
  readonly #scope = new Scope();
  readonly #store: SnapshotStore;
  readonly #parts: RoomParts;
  readonly #encryption: RoomEncryption | undefined;
  #ending: Promise<void> | undefined;

  constructor({ microphone, ...options }: RoomSessionOptions) {
    const { link, join, clock } = options;
    this.returnToken = join.returnToken;
    this.#link = link;
    this.#clock = clock;
    this.#store = new SnapshotStore(
      firstSnapshot(join, {
        privacy: options.encryption?.privacy ?? openRoom,
        microphone: microphone.microphone && floorOf(join.self) !== 'listening' ? 'muted' : 'off',
      }),
    );
    const parts = roomParts(options, this.#store, {
      onFailure: (error) => this.#fail(error),
      onNoPath: (detail) => void this.#end({ reason: 'media_failed', retryable: true, detail }),
    });
    this.#parts = parts;
    this.#encryption = options.encryption;
    this.#scope.add(() => options.encryption?.close());
    this.#scope.add(() => parts.data.close());
    // Closed from the last to the first. The sender gives the microphone's track back enabled, so it comes
    // after the transports: nothing of a muted person may be sent on the way out.
    this.#scope.add(parts.levels.onLevels((levels) => parts.hearing.hear(levels)));
    this.#scope.add(() => parts.levels.close());
    this.#scope.add(() => parts.meters?.close());
    this.#scope.add(() => parts.sender.close());
    this.#scope.add(() => parts.media.close());
    this.#scope.add(() => parts.playbacks.close());
    this.#scope.add(() => parts.pictures.close());
    this.#scope.add(() => parts.shared.close());
    this.#start(join, microphone);
  }

  get hearing(): RoomHearing {
    return this.#parts.hearing;
  }

  get snapshot(): RoomSnapshot {
    return this.#store.snapshot;
  }

  get tracks(): ReadonlyMap<string, MediaStreamTrack> {
    return this.#parts.playbacks.tracks;
  }

  onTracks(listener: () => void): () => void {
    return this.#parts.playbacks.onTracks(listener);
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  onLevels(listener: (levels: Levels) => void): () => void {
    return this.#parts.levels.onLevels(listener);
  }

  setMicrophone(change: MicrophoneChange): Promise<void> {
    return this.#parts.sender.change(change);
  }

  async setHand(raised: boolean): Promise<void> {
    await this.#link.request('setHand', { raised });
  }

  async setProfile(profile: Profile): Promise<void> {
    await this.#link.request('setProfile', profile);
  }

  resumePlayback(): Promise<void> {
    return this.#parts.playbacks.resume();
  }

  get sounds(): ReadonlyMap<string, MediaStreamTrack> {
    return this.#parts.playbacks.sounds;
  }

  get pictures(): ReadonlyMap<string, MediaStreamTrack> {
    return new Map([...this.#parts.pictures.tracks, ...this.#parts.shared.tracks]);
  }

  onPictures(listener: () => void): () => void {
    return this.#parts.pictures.subscribe(listener);
  }

  shareCamera({ track }: { track: MediaStreamTrack }): Promise<string> {
    return this.#parts.shared.shareCamera(track);
  }

  shareScreen(tracks: ScreenTracks): Promise<string> {
    return this.#parts.shared.shareScreen(tracks);
  }

  tuneScreen(producerId: string, hint: 'text' | 'motion'): Promise<void> {
    return this.#parts.shared.tuneScreen(producerId, hint);
  }

  stopStream(producerId: string): Promise<void> {
    return this.#parts.shared.stop(producerId);
  }

  setViews(views: readonly View[]): void {
    this.#parts.pictures.setViews(views);
  }

  getStats(): Promise<{ send?: RTCStatsReport; recv?: RTCStatsReport }> {
    return this.#parts.media.getStats();
  }

  async checkConnection(): Promise<void> {
    try {
      await this.#link.request('ping', {}, { timeoutMs: signOfLifeWithinMs });
    } catch {
      this.#link.close('heartbeat_timeout');
    }
  }

  get hosting(): RoomHosting {
    return this.#parts.hosting;
  }

  get chat(): Chat {
    return this.#parts.data.chat;
  }

  get files(): RoomFiles {
    return this.#parts.data.files;
  }

  data(topic: string, options?: { reliable?: boolean }): DataTopic {
    return this.#parts.data.topic(topic, options);
  }

  react(emoji: string): void {
    this.#parts.data.react(emoji);
  }

  onReaction(listener: (reaction: FloatingReaction) => void): () => void {
    return this.#parts.data.onReaction(listener);
  }

  async report(memberId: MemberId, report: Omit<ReportParams, 'memberId'>): Promise<void> {
    await this.#link.request('report', { memberId, ...report });
  }

  async proveAgain(
    secret: RoomSecret,
    { onEntering }: { onEntering?: (step: EnteringStep) => void } = {},
  ): Promise<void> {
    if (!this.#encryption) throw new RpcError('wrong_state', { detail: 'the room is open' });
    await this.#encryption.prove(secret, onEntering);
  }

  leave(): Promise<void> {
    return this.#end({ reason: 'left', retryable: false, detail: 'left' });
  }

  #start(join: JoinResult, { microphone, muted }: RoomSessionOptions['microphone']): void {
    this.#encryption?.attach({
      post: (to, letter) => this.#parts.data.postKeys(to, letter),
      onPrivacy: (privacy) => this.#store.apply({ type: 'privacy', privacy }),
      onStopped: () => this.#stopSending(),
      onRenewed: () => {
        for (const member of this.snapshot.members) this.#encryption?.memberSeen(member);
      },
    });
    const announcements = new Announcements({
      parts: this.#parts,
      store: this.#store,
      encryption: this.#encryption,
    });
    for (const consumer of join.consumers) announcements.receive(consumer);
    const floor = floorOf(join.self);
    if (microphone && floor !== 'listening') {
      this.#parts.sender
        .change({ state: muted || floor === 'withheld' ? 'muted' : 'live', microphone })
        .catch((error) => this.#store.apply({ type: 'microphoneFailed', error: mediaError(error) }));
    }
    this.#scope.add(this.#link.events.on('end', (end) => this.#linkEnded(end)));
    const cancelAfterVoice = afterVoice({
      clock: this.#clock,
      media: () => this.snapshot.media,
      subscribe: (listener) => this.subscribe(listener),
      run: () => this.#parts.data.open(),
    });
    this.#scope.add(cancelAfterVoice);
    this.#scope.add(this.#link.listen((notification) => announcements.take(notification)));
  }

  /** Nothing can be encrypted any more, so nothing may go out. */
  #stopSending(): void {
    this.#parts.sender.change({ state: 'off' }).catch(() => {});
    this.#parts.shared.stopAll().catch(() => {});
  }

  #linkEnded(end: LinkEnd): void {
    void this.#end(roomEnd(end));
  }

  #fail(cause: unknown): void {
    const { error, detail, retryable } = mediaError(cause);
    const lost = error === 'connection_lost' || error === 'timeout';
    const reason = lost ? 'connection_lost' : 'failed';
    void this.#end({ reason, retryable, detail: detail ? `${error}: ${detail}` : error });
  }

  #end(end: RoomEnd): Promise<void> {
    if (this.#ending) return this.#ending;
    // Flipped before anything runs: whoever hears of the end may call `leave`.
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ending = promise;
    resolve(this.#teardown(end));
    return promise;
  }

  async #teardown(end: RoomEnd): Promise<void> {
    const goodbye = this.#link.request('leave', {}, { timeoutMs: leaveWithinMs }).catch(() => {});
    const closing = this.#scope.close(end.reason);
    this.#store.apply({ type: 'ended', end });
    await goodbye;
    this.#link.close('left');
    await closing;
  }
}
