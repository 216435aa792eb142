import type { CancelTimer, Clock } from '@earshot/lifetime';
import type { MemberId } from '@earshot/protocol';

/** Whoever goes on writing says so this often. */
const tellEveryMs = 2_000;
/** Who has not said so for this long has stopped. */
const forgetAfterMs = 5_000;

interface TypingOptions {
  clock: Clock;
  tell(): void;
  onChange(id: MemberId, on: boolean): void;
}

/** Who writes: one's own key strokes thinned out, and those of the others forgotten after a while. */
export class Typing {
  readonly #options: TypingOptions;
  readonly #expiries = new Map<MemberId, CancelTimer>();
  #toldAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: TypingOptions) {
    this.#options = options;
  }

  keyStroke(): void {
    const nowMs = this.#options.clock.nowMs();
    if (nowMs - this.#toldAtMs < tellEveryMs) return;
    this.#toldAtMs = nowMs;
    this.#options.tell();
  }

  /** One's own message is out: the next key stroke begins another. */
  sent(): void {
    this.#toldAtMs = Number.NEGATIVE_INFINITY;
  }

  heard(id: MemberId): void {
    this.#expiries.get(id)?.();
    this.#expiries.set(
      id,
      this.#options.clock.after(forgetAfterMs, () => this.stopped(id)),
    );
    this.#options.onChange(id, true);
  }

  stopped(id: MemberId): void {
    this.#expiries.get(id)?.();
    this.#expiries.delete(id);
    this.#options.onChange(id, false);
  }

  close(): void {
    for (const cancel of this.#expiries.values()) cancel();
    this.#expiries.clear();
  }
}
