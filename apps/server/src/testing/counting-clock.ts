import { type CancelTimer, type Clock, systemClock } from '@earshot/lifetime';

/** The real clock, with a count of the timers that stand. */
export class CountingClock implements Clock {
  readonly nowMs = systemClock.nowMs;
  readonly wallMs = systemClock.wallMs;
  readonly #standing = new Set<object>();

  get pendingTimers(): number {
    return this.#standing.size;
  }

  after(delayMs: number, run: () => void): CancelTimer {
    const timer = {};
    this.#standing.add(timer);
    const cancel = systemClock.after(delayMs, () => {
      this.#standing.delete(timer);
      run();
    });
    return () => {
      this.#standing.delete(timer);
      cancel();
    };
  }

  every(intervalMs: number, run: () => void): CancelTimer {
    const timer = {};
    this.#standing.add(timer);
    const cancel = systemClock.every(intervalMs, run);
    return () => {
      this.#standing.delete(timer);
      cancel();
    };
  }
}
