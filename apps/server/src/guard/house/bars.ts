import type { Clock } from '@earshot/lifetime';
import { limits, RpcError } from '@earshot/protocol';
import { holdsPrefix } from '../../addresses/network.ts';

/** Keeps a key, a network or both out of the whole server. */
export interface Bar {
  readonly id: string;
  readonly key?: string | undefined;
  /** As `networkOf` writes it. */
  readonly prefix?: string | undefined;
  /** Milliseconds since the Unix epoch; null: for good. */
  readonly untilMs: number | null;
}

/** Somebody, by what bars know of people: the keys they go by, and where they come from. */
export interface Visitor {
  /** Whose seat it is; empty where nobody knows. */
  readonly key: string;
  /** The key they proved themselves, which may speak for the other. */
  readonly deviceKey?: string | undefined;
  readonly addressPrefix: string | undefined;
}

/** Who is kept out of the whole server, as many as the store keeps. */
export class Bars {
  readonly #clock: Clock;
  readonly #bars = new Map<string, Bar>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws RpcError `barred`, with the time that is left */
  check(visitor: Visitor): void {
    let untilMs = 0;
    for (const bar of this.#inForce()) {
      if (isMeant(bar, visitor)) untilMs = Math.max(untilMs, bar.untilMs ?? Number.POSITIVE_INFINITY);
    }
    if (untilMs === 0) return;
    const retryAfterMs = Number.isFinite(untilMs) ? untilMs - this.#clock.wallMs() : undefined;
    throw new RpcError('barred', { retryAfterMs });
  }

  /** Beyond `limits.bansKept` the one goes that ends first, as in the store. */
  add(bar: Bar): void {
    this.#bars.set(bar.id, bar);
    if (this.#inForce().length <= limits.bansKept) return;
    const first = [...this.#bars.values()].reduce((a, b) => (endOf(b) < endOf(a) ? b : a));
    this.#bars.delete(first.id);
  }

  delete(id: string): void {
    this.#bars.delete(id);
  }

  has(id: string): boolean {
    return this.#inForce().some((bar) => bar.id === id);
  }

  get size(): number {
    return this.#inForce().length;
  }

  #inForce(): Bar[] {
    const nowMs = this.#clock.wallMs();
    for (const bar of [...this.#bars.values()]) if (endOf(bar) <= nowMs) this.#bars.delete(bar.id);
    return [...this.#bars.values()];
  }
}

function endOf({ untilMs }: Bar): number {
  return untilMs ?? Number.POSITIVE_INFINITY;
}

/** Whether somebody is whom it keeps out. */
export function isMeant({ key, prefix }: Bar, { key: person, deviceKey, addressPrefix }: Visitor): boolean {
  if (key && (key === person || key === deviceKey)) return true;
  return prefix !== undefined && addressPrefix !== undefined && holdsPrefix(prefix, addressPrefix);
}
