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
    this.#cancelAsking();
    this.#cancelExpecting();
  }

  #expect(): void {
    const { clock, onSilence } = this.#options;
    const leftMs = this.#heardAtMs + limits.heartbeatTimeoutMs - clock.nowMs();
    if (leftMs <= 0) onSilence();
    else this.#cancelExpecting = clock.after(leftMs, () => this.#expect());
  }
}
