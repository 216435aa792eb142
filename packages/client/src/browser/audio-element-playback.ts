import { Emitter, Scope } from '@earshot/lifetime';
import type { Playback } from '../engine.ts';
import type { Boost } from './booster.ts';
import type { Loudspeakers } from './loudspeakers.ts';
import { elementCanTurnDown, type Way, wayFor } from './way.ts';

/**
 * Plays one track through an audio element of its own. A plain element, not an AudioContext: that way the
 * browser's echo cancellation knows what comes out of the loudspeaker, and nothing adds to the delay. Only
 * what a plain element cannot do, being louder than it came, is left to Web Audio.
 */
export class AudioElementPlayback implements Playback {
  readonly #element = new Audio();
  readonly #track: MediaStreamTrack;
  readonly #loudspeakers: Loudspeakers;
  readonly #scope = new Scope();
  readonly #events = new Emitter<{ state: [] }>();
  #elementState: Playback['state'] = 'playing';
  #told: Playback['state'] = 'playing';
  #gain = 1;
  #muted = false;
  #way: Way = 'element';
  #boost: Boost | undefined;

  constructor(track: MediaStreamTrack, loudspeakers: Loudspeakers) {
    this.#track = track;
    this.#loudspeakers = loudspeakers;
    const element = this.#element;
    element.autoplay = true;
    element.srcObject = new MediaStream([track]);
    // A media key or a phone call can pause it behind our back: whoever listens must get a way to resume.
    element.onpause = () => this.#turn('blocked');
    element.onplaying = () => this.#turn('playing');
    this.#scope.add(() => {
      element.onpause = null;
      element.onplaying = null;
      element.pause();
      element.srcObject = null;
    });
    this.#scope.add(() => this.#boost?.close());
    this.#scope.add(loudspeakers.booster.onState(() => this.#tell()));
    this.#scope.add(loudspeakers.onSink(() => this.#followSink()));
    if (loudspeakers.sinkId !== '') this.#followSink();
    void this.#play();
  }

  get state(): Playback['state'] {
    if (this.#elementState === 'blocked') return 'blocked';
    return this.#boost ? this.#loudspeakers.booster.state : 'playing';
  }

  onState(listener: () => void): () => void {
    return this.#events.on('state', listener);
  }

  async resume(): Promise<void> {
    if (this.#scope.closed) return;
    await Promise.all([this.#play(), this.#boost && this.#loudspeakers.booster.resume()]);
    this.#tell();
  }

  setGain(gain: number): void {
    this.#gain = gain;
    this.#apply();
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    this.#apply();
  }

  close(): void {
    void this.#scope.close();
  }

  async #play(): Promise<void> {
    try {
      await this.#element.play();
      this.#turn('playing');
    } catch {
      // NotAllowedError: the autoplay policy wants a gesture. Whatever else it was, a gesture may try again.
      this.#turn('blocked');
    }
  }

  #apply(): void {
    if (this.#scope.closed) return;
    const { booster, sinkId } = this.#loudspeakers;
    this.#way = wayFor(this.#muted ? 0 : this.#gain, {
      before: this.#way,
      canTurnDown: elementCanTurnDown(),
      canBoost: booster.canReach(sinkId),
    });
    if (this.#way === 'boost') {
      this.#boost ??= booster.open(this.#track, this.#gain);
      this.#boost.setGain(this.#gain);
    } else {
      this.#boost?.close();
      this.#boost = undefined;
      this.#element.volume = Math.min(this.#gain, 1);
    }
    this.#element.muted = this.#muted || this.#way === 'boost';
    this.#tell();
  }

  #followSink(): void {
    const element = this.#element as HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> };
    // A device that went away in the same moment leaves the sound where it was.
    void element.setSinkId?.(this.#loudspeakers.sinkId).catch(() => {});
    this.#apply();
  }

  #turn(state: Playback['state']): void {
    this.#elementState = state;
    this.#tell();
  }

  #tell(): void {
    const { state } = this;
    if (this.#scope.closed || this.#told === state) return;
    this.#told = state;
    this.#events.emit('state');
  }
}
