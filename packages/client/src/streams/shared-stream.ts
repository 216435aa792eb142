import { type CancelTimer, type Clock, Scope } from '@earshot/lifetime';
import type { MediaSource, ProducerId } from '@earshot/protocol';
import type { PictureEncoding } from './picture-encodings.ts';

/** Something that is sent beside the microphone. */
export interface SentStream {
  readonly id: ProducerId;
  /** Sends a picture in another way from now on; the layers stay as many as they were. */
  tune(picture: PictureEncoding): Promise<void>;
  close(): void;
}

interface SharedStreamOptions {
  source: MediaSource;
  track: MediaStreamTrack;
  sent: SentStream;
  setPaused(id: ProducerId, paused: boolean): Promise<unknown>;
  /** The track has ended: the browser's own bar, a camera that was pulled out. */
  onEnded(id: ProducerId): void;
  clock: Clock;
}

/** The server lets a stream begin again only so often; then it is tried again this much later. */
const retryMs = 1_000;

/**
 * One camera, screen or sound of a screen on its way to the server. A track that the system mutes (a phone
 * call, a window that was minimised) is paused on the server, so that the others are told instead of seeing
 * a picture that stands still. The track stays its owner's.
 */
export class SharedStream {
  readonly source: MediaSource;
  readonly track: MediaStreamTrack;
  readonly #options: SharedStreamOptions;
  readonly #scope = new Scope();
  #paused = false;
  #asking = false;
  #cancelRetry: CancelTimer = () => {};

  constructor(options: SharedStreamOptions) {
    const { track } = options;
    this.source = options.source;
    this.track = track;
    this.#options = options;
    const listen = (type: string, run: () => void) => {
      track.addEventListener(type, run);
      this.#scope.add(() => track.removeEventListener(type, run));
    };
    listen('ended', () => options.onEnded(options.sent.id));
    listen('mute', () => void this.#follow());
    listen('unmute', () => void this.#follow());
    this.#scope.add(() => options.sent.close());
    this.#scope.add(() => this.#cancelRetry());
  }

  /** Shows letters or movement from now on. */
  async tune(picture: PictureEncoding): Promise<void> {
    this.track.contentHint = picture.contentHint;
    await this.#options.sent.tune(picture);
  }

  close(): void {
    void this.#scope.close();
  }

  async #follow(): Promise<void> {
    if (this.#asking) return;
    this.#cancelRetry();
    this.#asking = true;
    const { setPaused, sent, clock } = this.#options;
    try {
      while (!this.#scope.closed && this.#paused !== this.track.muted) {
        const paused = this.track.muted;
        await setPaused(sent.id, paused);
        this.#paused = paused;
      }
    } catch {
      if (!this.#scope.closed) this.#cancelRetry = clock.after(retryMs, () => void this.#follow());
    } finally {
      this.#asking = false;
    }
  }
}
