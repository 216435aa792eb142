import { type Clock, TokenBucket } from '@earshot/lifetime';
import { limits, RpcError } from '@earshot/protocol';

interface Budget {
  perSecond: number;
  burst: number;
  /** Addresses that are counted; beyond it the first is forgotten. */
  addresses: number;
}

/** How often each address may ask. */
export class AddressLimits {
  readonly #clock: Clock;
  readonly #budget: Budget;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(clock: Clock, budget: Budget) {
    this.#clock = clock;
    this.#budget = budget;
  }

  /** @returns how long to wait, 0 where one may ask now */
  waitMs(network: string): number {
    const bucket = this.#buckets.get(network) ?? this.#begin(network);
    return bucket.take() ? 0 : Math.max(1, bucket.waitMs());
  }

  #begin(network: string): TokenBucket {
    const { perSecond, burst, addresses } = this.#budget;
    const bucket = new TokenBucket({ perSecond, burst, clock: this.#clock });
    this.#buckets.set(network, bucket);
    if (this.#buckets.size > addresses) {
      const [first] = this.#buckets.keys();
      if (first !== undefined) this.#buckets.delete(first);
    }
    return bucket;
  }
}

/** Counts what each address has open. */
export class OpenPerAddress {
  readonly #open = new Map<string, number>();
  #all = 0;

  get all(): number {
    return this.#all;
  }

  /** @returns its undo. @throws RpcError `server_full`, `rate_limited` */
  open(network: string): () => void {
    const count = this.#open.get(network) ?? 0;
    if (this.#all >= limits.directoryWatchers) throw new RpcError('server_full');
    if (count >= limits.directoryWatchersPerAddress) throw new RpcError('rate_limited');
    this.#open.set(network, count + 1);
    this.#all += 1;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.#all -= 1;
      const rest = (this.#open.get(network) ?? 1) - 1;
      if (rest > 0) this.#open.set(network, rest);
      else this.#open.delete(network);
    };
  }
}
