import { Emitter, Scope } from '@earshot/lifetime';
import type { Consumer, ConsumerId, MemberId, ProducerId } from '@earshot/protocol';
import type { Engine, Playback } from './engine.ts';
import { callOut } from './snapshot-store.ts';

/** A track that arrives. */
export interface ReceivedTrack {
  readonly track: MediaStreamTrack;
  close(): void;
}

interface PlaybacksOptions {
  receive(consumer: Consumer): Promise<ReceivedTrack>;
  play: Engine['play'];
  onState(state: Playback['state']): void;
  /** Somebody's sound begins; returns what to do when it ends. */
  onPlayback?(consumer: Consumer, playback: Playback): () => void;
}

/** Everything that is heard: one playback per stream of another member. */
export class Playbacks {
  readonly tracks = new Map<MemberId, MediaStreamTrack>();
  /** What shared screens play, by the id of the producer. */
  readonly sounds = new Map<ProducerId, MediaStreamTrack>();
  readonly #options: PlaybacksOptions;
  readonly #scopes = new Map<ConsumerId, Scope>();
  readonly #playing = new Set<Playback>();
  readonly #events = new Emitter<{ tracks: [] }>();

  constructor(options: PlaybacksOptions) {
    this.#options = options;
  }

  onTracks(listener: () => void): () => void {
    return this.#events.on('tracks', listener);
  }

  /**
   * Plays a stream. One that cannot be received is left out: a later version of the protocol may send what
   * this one does not know. Where the transport is at fault, the media session hears of it itself.
   */
  async add(consumer: Consumer): Promise<void> {
    if (this.#scopes.has(consumer.id)) return;
    const scope = new Scope();
    this.#scopes.set(consumer.id, scope);
    try {
      const received = await this.#options.receive(consumer);
      scope.add(() => received.close());
      // It may have been removed while it was set up; whatever the scope was given is closed then.
      if (!scope.closed) this.#play(received.track, { consumer, scope });
    } catch {
      if (!scope.closed) this.remove(consumer.id);
    }
  }

  remove(id: ConsumerId): void {
    void this.#scopes.get(id)?.close('removed');
    this.#scopes.delete(id);
  }

  /** Call it in a gesture: a browser lets sound begin there. */
  async resume(): Promise<void> {
    await Promise.all([...this.#playing].map((playback) => playback.resume()));
  }

  close(): void {
    for (const id of [...this.#scopes.keys()]) this.remove(id);
  }

  #play(track: MediaStreamTrack, { consumer, scope }: { consumer: Consumer; scope: Scope }): void {
    const { memberId: owner, producerId, source } = consumer;
    const [tracks, id] = source === 'microphone' ? [this.tracks, owner] : [this.sounds, producerId];
    const playback = this.#options.play(track);
    this.#playing.add(playback);
    tracks.set(id, track);
    scope.add(() => {
      if (tracks.get(id) === track) tracks.delete(id);
      this.#playing.delete(playback);
      playback.close();
      this.#report();
      this.#tracksChanged();
    });
    scope.add(playback.onState(() => this.#report()));
    const detach = this.#options.onPlayback?.(consumer, playback);
    if (detach) scope.add(detach);
    this.#report();
    this.#tracksChanged();
  }

  #tracksChanged(): void {
    callOut(() => this.#events.emit('tracks'));
  }

  #report(): void {
    const blocked = [...this.#playing].some(({ state }) => state === 'blocked');
    this.#options.onState(blocked ? 'blocked' : 'playing');
  }
}
