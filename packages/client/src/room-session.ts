import { type Clock, Scope } from '@earshot/lifetime';
import type { Consumer, JoinResult, Profile, View } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup-client';
import { afterVoice } from './after-voice.ts';
import type { Chat } from './chat/chat.ts';
import type { DataTopic } from './data/data-topic.ts';
import { type FloatingReaction, RoomData } from './data/room-data.ts';
import type { Engine } from './engine.ts';
import { fileDesk } from './files/file-desks.ts';
import type { RoomFiles } from './files/room-files.ts';
import { LevelFeed } from './level-feed.ts';
import { type LinkEnd, roomEnd } from './link-end.ts';
import { type HearingOptions, RoomHearing } from './listening/hearing.ts';
import { mediaError } from './media-error.ts';
import { MediaSession } from './media-session.ts';
import { MicrophoneSender } from './microphone/microphone-sender.ts';
import type { Notification } from './notification.ts';
import { Playbacks } from './playbacks.ts';
import type { JoinOptions, MicrophoneChange, Room } from './room.ts';
import { firstSnapshot } from './room-state.ts';
import type { SignalingLink } from './signaling-link.ts';
import type { Levels, RoomEnd, RoomSnapshot } from './snapshot.ts';
import { SnapshotStore } from './snapshot-store.ts';
import { Pictures } from './streams/pictures.ts';
import { type ScreenTracks, SharedStreams } from './streams/shared-streams.ts';

/** The server frees the seat when the socket closes, too; its answer to a goodbye is worth a moment only. */
const leaveWithinMs = 1_000;

/** Long enough for a slow phone that has just woken up, and shorter than the heartbeat's patience. */
const signOfLifeWithinMs = 3_000;

interface RoomSessionOptions {
  link: SignalingLink;
  join: JoinResult;
  device: mediasoup.Device;
  engine: Engine;
  clock: Clock;
  hearing: HearingOptions | undefined;
  microphone: Pick<JoinOptions, 'microphone' | 'muted'>;
}

/** A room one is in: ties the link, the media and the snapshot together, and ends them together. */
export class RoomSession implements Room {
  readonly returnToken: string;
  readonly #link: SignalingLink;
  readonly #clock: Clock;
  readonly #scope = new Scope();
  readonly #store: SnapshotStore;
  readonly hearing: RoomHearing;
  readonly #levels: LevelFeed;
  readonly #media: MediaSession;
  readonly #playbacks: Playbacks;
  readonly #sender: MicrophoneSender;
  readonly #shared: SharedStreams;
  readonly #pictures: Pictures;
  readonly #data: RoomData;
  #ending: Promise<void> | undefined;

  constructor({ link, join, device, engine, clock, hearing, microphone }: RoomSessionOptions) {
    this.returnToken = join.returnToken;
    this.#link = link;
    this.#clock = clock;
    this.#store = new SnapshotStore(
      firstSnapshot(join, { microphone: microphone.microphone ? 'muted' : 'off' }),
    );
    this.#levels = new LevelFeed({ clock, seated: () => [this.snapshot.self, ...this.snapshot.members] });
    this.hearing = new RoomHearing({
      ...hearing,
      clock,
      memberOf: (id) => this.snapshot.members.find((member) => member.id === id),
    });
    this.#media = new MediaSession({
      device,
      join,
      request: (...args) => link.request(...args),
      clock,
      onState: (state) => this.#store.apply({ type: 'media', state }),
      onFailure: (error) => this.#fail(error),
      onNoPath: (detail) => void this.#end({ reason: 'media_failed', retryable: true, detail }),
    });
    this.#playbacks = new Playbacks({
      receive: (consumer) => this.#media.receive(consumer),
      play: (track) => engine.play(track),
      onState: (state) => this.#store.apply({ type: 'playback', state }),
      onPlayback: ({ memberId, source }, playback) =>
        this.hearing.attach(memberId, playback, { voice: source === 'microphone' }),
    });
    this.#sender = new MicrophoneSender({
      send: (track, options) => this.#media.send(track, options),
      setPaused: (producerId, paused) => link.request('setProducerPaused', { producerId, paused }),
      closeProducer: (producerId) => link.request('closeProducer', { producerId }),
      onState: (state) => this.#store.apply({ type: 'microphone', state }),
      clock,
    });
    this.#pictures = new Pictures({
      receive: (consumer) => this.#media.receive(consumer),
      requestViews: (views) => link.request('setViews', { views }),
      clock,
    });
    this.#shared = new SharedStreams({
      send: (track, how) => this.#media.share(track, how),
      setPaused: (producerId, paused) => link.request('setProducerPaused', { producerId, paused }),
      closeProducer: (producerId) => link.request('closeProducer', { producerId }),
      onChange: () => this.#pictures.changed(),
      clock,
    });
    this.#data = new RoomData({
      clock,
      request: (...args) => link.request(...args),
      dataChannels: (events) => this.#media.dataChannels(events),
      self: () => this.snapshot.self,
      members: () => this.snapshot.members,
      files: fileDesk(engine, join.room.name, clock),
    });
    this.#scope.add(() => this.#data.close());
    // Closed from the last to the first. The sender gives the microphone's track back enabled, so it comes
    // after the transports: nothing of a muted person may be sent on the way out.
    this.#scope.add(this.#levels.onLevels((levels) => this.hearing.hear(levels)));
    this.#scope.add(() => this.#levels.close());
    this.#scope.add(() => this.#sender.close());
    this.#scope.add(() => this.#media.close());
    this.#scope.add(() => this.#playbacks.close());
    this.#scope.add(() => this.#pictures.close());
    this.#scope.add(() => this.#shared.close());
    this.#start(join, microphone);
  }

  get snapshot(): RoomSnapshot {
    return this.#store.snapshot;
  }

  get tracks(): ReadonlyMap<string, MediaStreamTrack> {
    return this.#playbacks.tracks;
  }

  onTracks(listener: () => void): () => void {
    return this.#playbacks.onTracks(listener);
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  onLevels(listener: (levels: Levels) => void): () => void {
    return this.#levels.onLevels(listener);
  }

  setMicrophone(change: MicrophoneChange): Promise<void> {
    return this.#sender.change(change);
  }

  async setHand(raised: boolean): Promise<void> {
    await this.#link.request('setHand', { raised });
  }

  async setProfile(profile: Profile): Promise<void> {
    await this.#link.request('setProfile', profile);
  }

  resumePlayback(): Promise<void> {
    return this.#playbacks.resume();
  }

  get sounds(): ReadonlyMap<string, MediaStreamTrack> {
    return this.#playbacks.sounds;
  }

  get pictures(): ReadonlyMap<string, MediaStreamTrack> {
    return new Map([...this.#pictures.tracks, ...this.#shared.tracks]);
  }

  onPictures(listener: () => void): () => void {
    return this.#pictures.subscribe(listener);
  }

  shareCamera({ track }: { track: MediaStreamTrack }): Promise<string> {
    return this.#shared.shareCamera(track);
  }

  shareScreen(tracks: ScreenTracks): Promise<string> {
    return this.#shared.shareScreen(tracks);
  }

  tuneScreen(producerId: string, hint: 'text' | 'motion'): Promise<void> {
    return this.#shared.tuneScreen(producerId, hint);
  }

  stopStream(producerId: string): Promise<void> {
    return this.#shared.stop(producerId);
  }

  setViews(views: readonly View[]): void {
    this.#pictures.setViews(views);
  }

  getStats(): Promise<{ send?: RTCStatsReport; recv?: RTCStatsReport }> {
    return this.#media.getStats();
  }

  async checkConnection(): Promise<void> {
    try {
      await this.#link.request('ping', {}, { timeoutMs: signOfLifeWithinMs });
    } catch {
      this.#link.close('heartbeat_timeout');
    }
  }

  get chat(): Chat {
    return this.#data.chat;
  }

  get files(): RoomFiles {
    return this.#data.files;
  }

  data(topic: string, options?: { reliable?: boolean }): DataTopic {
    return this.#data.topic(topic, options);
  }

  react(emoji: string): void {
    this.#data.react(emoji);
  }

  onReaction(listener: (reaction: FloatingReaction) => void): () => void {
    return this.#data.onReaction(listener);
  }

  leave(): Promise<void> {
    return this.#end({ reason: 'left', retryable: false, detail: 'left' });
  }

  #start(join: JoinResult, { microphone, muted }: RoomSessionOptions['microphone']): void {
    for (const consumer of join.consumers) this.#receive(consumer);
    if (microphone) {
      this.#sender
        .change({ state: muted ? 'muted' : 'live', microphone })
        .catch((error) => this.#store.apply({ type: 'microphoneFailed', error: mediaError(error) }));
    }
    this.#scope.add(this.#link.events.on('end', (end) => this.#linkEnded(end)));
    const cancelAfterVoice = afterVoice({
      clock: this.#clock,
      media: () => this.snapshot.media,
      subscribe: (listener) => this.subscribe(listener),
      run: () => this.#data.open(),
    });
    this.#scope.add(cancelAfterVoice);
    this.#scope.add(this.#link.listen((notification) => this.#take(notification)));
  }

  #take(notification: Notification): void {
    switch (notification.method) {
      case 'memberJoined':
        this.#data.memberJoined(notification.params.member);
        this.#store.apply({ type: 'memberJoined', member: notification.params.member });
        break;
      case 'memberChanged':
        this.#data.memberChanged(notification.params.member);
        this.#store.apply({ type: notification.method, member: notification.params.member });
        break;
      case 'memberLeft':
        this.#data.memberLeft(notification.params.memberId);
        this.#store.apply({ type: 'memberLeft', memberId: notification.params.memberId });
        break;
      case 'consumerAdded':
        this.#receive(notification.params.consumer);
        break;
      case 'consumerRemoved':
        this.#playbacks.remove(notification.params.consumerId);
        this.#pictures.remove(notification.params.consumerId);
        break;
      case 'data':
        this.#data.receive(notification.params.packets);
        break;
      case 'levels':
        this.#levels.take(notification.params.levels);
        break;
    }
  }

  #receive(consumer: Consumer): void {
    if (consumer.kind === 'audio') void this.#playbacks.add(consumer);
    else void this.#pictures.add(consumer);
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
