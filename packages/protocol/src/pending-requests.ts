import type { Clock } from '@earshot/lifetime';
import type { RequestId } from './envelope.ts';
import { RpcError } from './errors.ts';
import { limits } from './limits.ts';

interface Pending {
  resolve(result: unknown): void;
  reject(error: RpcError): void;
  cancelTimer(): void;
}

/** Requests that wait for their answer, each with its own deadline. */
export class PendingRequests {
  readonly #clock: Clock;
  readonly #byId = new Map<RequestId, Pending>();
  #lastId = 0;
  #closed: RpcError | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws RpcError once closed, and `rate_limited` when `requestsInFlight` wait already */
  open(timeoutMs: number): { id: number; answer: Promise<unknown> } {
    if (this.#closed) throw this.#closed;
    if (this.#byId.size >= limits.requestsInFlight) throw new RpcError('rate_limited');
    const id = ++this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const cancelTimer = this.#clock.after(timeoutMs, () => {
      this.#byId.delete(id);
      reject(new RpcError('timeout'));
    });
    this.#byId.set(id, { resolve, reject, cancelTimer });
    return { id, answer: promise };
  }

  /** @returns an error where nothing waits for this answer (any more). */
  settle(id: RequestId | null, answer: { result: unknown } | { error: RpcError }): RpcError | undefined {
    const pending = id === null ? undefined : this.#byId.get(id);
    if (!pending || id === null) {
      return new RpcError('invalid_request', { detail: 'an answer to no question' });
    }
    this.#byId.delete(id);
    pending.cancelTimer();
    if ('error' in answer) pending.reject(answer.error);
    else pending.resolve(answer.result);
    return undefined;
  }

  close(error: RpcError): void {
    this.#closed ??= error;
    for (const pending of this.#byId.values()) {
      pending.cancelTimer();
      pending.reject(error);
    }
    this.#byId.clear();
  }
}
