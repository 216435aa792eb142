import { type Clock, TokenBucket } from '@earshot/lifetime';
import { limits } from '../limits.ts';

/** What a sender allows itself per second. */
export interface Rates {
  readonly posts: number;
  readonly bytes: number;
  /** Receivers of all posts together: each of them is work for the server. */
  readonly sends: number;
}

/** Below what the server allows, so that it never has to refuse a member who keeps to it. */
export const memberRates: Rates = {
  posts: 0.9 * limits.dataPostsPerSecond,
  bytes: 0.9 * limits.dataBytesPerSecond,
  sends: 0.9 * limits.dataSendsPerSecond,
};

/** What one post costs of each. */
interface Cost {
  readonly bytes: number;
  readonly sends: number;
}

/** Keeps what is sent within rates: for the side that is held to them. */
export class Pace {
  readonly #posts: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #sends: TokenBucket;

  constructor({ rates, clock }: { rates: Rates; clock: Clock }) {
    this.#posts = new TokenBucket({ perSecond: rates.posts, burst: limits.dataPostBurst / 2, clock });
    this.#bytes = new TokenBucket({ perSecond: rates.bytes, burst: limits.dataBurstBytes / 2, clock });
    this.#sends = new TokenBucket({ perSecond: rates.sends, burst: limits.dataSendBurst / 2, clock });
  }

  /** How long until there is room for a post; 0 where there is now. */
  waitMs({ bytes, sends }: Cost): number {
    return Math.max(this.#posts.waitMs(1), this.#bytes.waitMs(bytes), this.#sends.waitMs(sends));
  }

  /** Takes the room a post needs. @returns whether there was */
  take(cost: Cost): boolean {
    if (this.waitMs(cost) > 0) return false;
    this.#posts.draw(1);
    this.#bytes.draw(cost.bytes);
    this.#sends.draw(cost.sends);
    return true;
  }
}
