import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, type View } from '@earshot/protocol';

/** A little slower than the server allows in the long run. */
const betweenMs = 1_100 / limits.viewChangesPerSecond;

/** The server would not hear it just now. */
const retryMs = 1_000;

interface ViewRequestsOptions {
  request(views: View[]): Promise<unknown>;
  clock: Clock;
}

/**
 * Tells the server what is looked at, no more often than it wants to hear it: the first word at once, and
 * of all that follow within a moment only the last.
 */
export class ViewRequests {
  readonly #options: ViewRequestsOptions;
  #wanted: readonly View[] = [];
  /** What the server knows, in the form that is compared. */
  #told = '[]';
  #asking = false;
  #cancelTimer: CancelTimer | undefined;
  #closed = false;

  constructor(options: ViewRequestsOptions) {
    this.#options = options;
  }

  set(views: readonly View[]): void {
    this.#wanted = views
      .slice(0, limits.views)
      .toSorted((one, other) => (one.producerId < other.producerId ? -1 : 1));
    if (!this.#cancelTimer) void this.#tell();
  }

  close(): void {
    this.#closed = true;
    this.#cancelTimer?.();
  }

  async #tell(): Promise<void> {
    const views = this.#wanted.map(({ producerId, layer }) => ({ producerId, layer }));
    const words = JSON.stringify(views);
    if (this.#asking || this.#closed || words === this.#told) return;
    this.#asking = true;
    let pauseMs = betweenMs;
    try {
      await this.#options.request(views);
      this.#told = words;
    } catch {
      pauseMs = retryMs;
    }
    this.#asking = false;
    if (this.#closed) return;
    this.#cancelTimer = this.#options.clock.after(pauseMs, () => {
      this.#cancelTimer = undefined;
      void this.#tell();
    });
  }
}
