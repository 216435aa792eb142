import type { Clock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';

/** What one account may cost: so much at once for nothing, so much at all, and how fast it is forgotten. */
export interface Budget {
  readonly free: number;
  readonly most: number;
  readonly perSecond: number;
}

interface Account {
  level: number;
  countedAtMs: number;
}

/**
 * What somebody has asked for lately: a level for each account, that sinks with time (a leaky bucket). Bounded
 * by `accountsCounted`: the one longest quiet is forgotten.
 */
export class Ledger {
  readonly #clock: Clock;
  readonly #budget: () => Budget;
  /** The one longest quiet first. */
  readonly #accounts = new Map<string, Account>();

  constructor(options: { clock: Clock; budget: () => Budget }) {
    this.#clock = options.clock;
    this.#budget = options.budget;
  }

  get size(): number {
    return this.#accounts.size;
  }

  charge(id: string, cost = 1): void {
    const level = this.level(id) + cost;
    this.#accounts.delete(id);
    this.#accounts.set(id, { level, countedAtMs: this.#clock.nowMs() });
    if (this.#accounts.size <= limits.accountsCounted) return;
    const [quietest] = this.#accounts.keys();
    if (quietest !== undefined) this.#accounts.delete(quietest);
  }

  level(id: string): number {
    const account = this.#accounts.get(id);
    if (!account) return 0;
    const passedMs = this.#clock.nowMs() - account.countedAtMs;
    const level = account.level - (passedMs / 1_000) * this.#budget().perSecond;
    if (level > 0) return level;
    this.#accounts.delete(id);
    return 0;
  }

  /** How much of what is not free one more would use: 0 is free, 1 the last that is let through. */
  strain(id: string): number {
    const { free, most } = this.#budget();
    return Math.max(0, (this.level(id) + 1 - free) / Math.max(1, most - free));
  }

  /** How long until one more is let through; 0 where it is now. */
  waitMs(id: string): number {
    const { most, perSecond } = this.#budget();
    const over = this.level(id) + 1 - most;
    return over > 0 ? Math.ceil((over / perSecond) * 1_000) : 0;
  }
}
