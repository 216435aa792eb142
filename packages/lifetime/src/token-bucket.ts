import type { Clock } from './clock.ts';

/** Allows `perSecond` takings in the long run and `burst` at once (a token bucket). */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #clock: Clock;
  #tokens: number;
  #filledAtMs: number;

  constructor(options: { perSecond: number; burst: number; clock: Clock }) {
    this.#perSecond = options.perSecond;
    this.#burst = options.burst;
    this.#clock = options.clock;
    this.#tokens = options.burst;
    this.#filledAtMs = options.clock.nowMs();
  }

  /** @returns whether there were `count` tokens to take; with 0, whether nothing is missing. */
  take(count = 1): boolean {
    this.#fill();
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }

  /** Takes `count` tokens even where there are fewer; what is missing then has to come back first. */
  draw(count: number): void {
    this.#fill();
    this.#tokens -= count;
  }

  /** How long until `count` tokens are there; 0 where they are now. */
  waitMs(count = 1): number {
    this.#fill();
    const missing = Math.min(count, this.#burst) - this.#tokens;
    return missing > 0 ? Math.ceil((missing / this.#perSecond) * 1_000) : 0;
  }

  #fill(): void {
    const nowMs = this.#clock.nowMs();
    const refill = ((nowMs - this.#filledAtMs) / 1_000) * this.#perSecond;
    this.#tokens = Math.min(this.#burst, this.#tokens + refill);
    this.#filledAtMs = nowMs;
  }
}
