import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';

export interface HeartbeatOptions {
  clock: Clock;
  /** Asks the client for a sign of life. */
  ask(): void;
  /** Nothing came for `limits.heartbeatTimeoutMs`. */
  onSilence(): void;
}

/** Asks again and again whether a client is there, and notices when it is not. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  readonly #cancelAsking: CancelTimer;
  #cancelExpecting: CancelTimer = () => {};
  #heardAtMs: number;
  #closed = false;

  constructor(options: HeartbeatOptions) {
    const { clock, ask } = options;
    this.#options = options;
    this.#heardAtMs = clock.nowMs();
    this.#cancelAsking = clock.every(limits.heartbeatIntervalMs, () => ask());
    this.#expect();
  }

  /** Something came from the client, whatever it was. */
  heard(): void {
    this.#heardAtMs = this.#options.clock.nowMs();
  }

  close(): void {
    this.#closed = true;
    this.#cancelAsking();
    this.#cancelExpecting();
  }

  get #leftMs(): number {
    return this.#heardAtMs + limits.heartbeatTimeoutMs - this.#options.clock.nowMs();
  }

  #expect(): void {
    const leftMs = this.#leftMs;
    // Where this process itself was asleep, timers fire before the frames that lie there are read: one whole
    // turn of the event loop reads them.
    if (leftMs <= 0) setImmediate(() => setImmediate(() => this.#judge()));
    else this.#cancelExpecting = this.#options.clock.after(leftMs, () => this.#expect());
  }

  #judge(): void {
    if (this.#closed) return;
    if (this.#leftMs <= 0) this.#options.onSilence();
    else this.#expect();
  }
}
