import { Emitter } from '@earshot/lifetime';
import type { Playback } from '../engine.ts';

/**
 * Plays one track through an audio element of its own. A plain element, not an AudioContext: that way the
 * browser's echo cancellation knows what comes out of the loudspeaker, and nothing adds to the delay.
 */
export class AudioElementPlayback implements Playback {
  readonly #element = new Audio();
  readonly #events = new Emitter<{ state: [] }>();
  #state: Playback['state'] = 'playing';
  #closed = false;

  constructor(track: MediaStreamTrack) {
    this.#element.autoplay = true;
    this.#element.srcObject = new MediaStream([track]);
    // A media key or a phone call can pause it behind our back: whoever listens must get a way to resume.
    this.#element.onpause = () => this.#turn('blocked');
    this.#element.onplaying = () => this.#turn('playing');
    void this.resume();
  }

  get state(): Playback['state'] {
    return this.#state;
  }

  onState(listener: () => void): () => void {
    return this.#events.on('state', listener);
  }

  async resume(): Promise<void> {
    if (this.#closed) return;
    try {
      await this.#element.play();
      this.#turn('playing');
    } catch {
      // NotAllowedError: the autoplay policy wants a gesture. Whatever else it was, a gesture may try again.
      this.#turn('blocked');
    }
  }

  close(): void {
    this.#closed = true;
    this.#element.onpause = null;
    this.#element.onplaying = null;
    this.#element.pause();
    this.#element.srcObject = null;
  }

  #turn(state: Playback['state']): void {
    if (this.#closed || this.#state === state) return;
    this.#state = state;
    this.#events.emit('state');
  }
}
