import { Worker } from 'node:worker_threads';
import type { Ask, Asked, GuestsAt } from './rekey-asks.ts';

interface Open {
  resolve(answered: unknown): void;
  reject(error: Error): void;
}

/** Guests of one room in a thread of their own. */
export class GuestThread implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #open = new Map<number, Open>();
  #asked = 0;

  constructor(at: GuestsAt) {
    this.#worker = new Worker(new URL('./rekey-guests.ts', import.meta.url), { workerData: at });
    this.#worker.on('message', ({ number, answered, failed }) => {
      const open = this.#open.get(number);
      this.#open.delete(number);
      if (failed === undefined) open?.resolve(answered);
      else open?.reject(new Error(failed));
    });
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#open.values()) reject(error as Error);
      this.#open.clear();
    });
  }

  /** @throws Error what went wrong there */
  ask<Do extends Ask['do']>(ask: Extract<Ask, { do: Do }>): Promise<Asked[Do]> {
    this.#asked += 1;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#open.set(this.#asked, { resolve, reject });
    this.#worker.postMessage({ number: this.#asked, ask });
    return promise as Promise<Asked[Do]>;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }
}
