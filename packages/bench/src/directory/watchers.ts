import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Address } from '../relay/relay.ts';
import { within } from '../within.ts';

const watchingWithinMs = 60_000;

export interface Heard {
  /** Events that came. */
  events: number;
  /** Of each event that all had: how long after the first of them the last one had it, in ms. */
  spreads: number[];
  /** Bytes that all of them read together. */
  bytes: number;
}

/** People who watch the directory, in a thread of their own. */
export class Watchers implements AsyncDisposable {
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  static async open(server: Address, count: number, signal: AbortSignal): Promise<Watchers> {
    const worker = new Worker(new URL('./watch.ts', import.meta.url), {
      workerData: { server, watchers: count },
    });
    const watching = once(worker, 'message');
    await within(watching, { what: 'watching', limitMs: watchingWithinMs, signal });
    return new Watchers(worker);
  }

  /** Forgets what came so far. */
  begin(): void {
    this.#worker.postMessage('begin');
  }

  async end(): Promise<Heard> {
    this.#worker.postMessage('end');
    const [heard] = await once(this.#worker, 'message');
    return heard as Heard;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }
}
