import type { Clock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';

/**
 * Messages of one member for which a puzzle was asked, and which have not come again. Those after them wait behind them:
 * where the server is less busy a moment later, the second half of what somebody wrote would else stand before the first.
 */
export class OwedPuzzles {
  readonly #clock: Clock;
  /** Until when each of them may come, in the order in which they were asked for. */
  readonly #untilMs = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isOwing(): boolean {
    for (const [id, untilMs] of this.#untilMs) {
      if (untilMs > this.#clock.nowMs()) return true;
      this.#untilMs.delete(id);
    }
    return false;
  }

  asked(id: string): void {
    this.#untilMs.delete(id);
    this.#untilMs.set(id, this.#clock.nowMs() + limits.puzzleValidMs);
    const [oldest] = this.#untilMs.keys();
    // More than these are not sent at once by anybody who would be read.
    if (this.#untilMs.size > limits.chatMessageBurst && oldest !== undefined) this.#untilMs.delete(oldest);
  }

  /** It came with its answer, or will not come any more. */
  settled(id: string): void {
    this.#untilMs.delete(id);
  }
}
