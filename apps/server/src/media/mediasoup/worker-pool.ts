import { networkInterfaces } from 'node:os';
import type { CancelTimer, Clock } from '@earshot/lifetime';
import type { types as mediasoup } from 'mediasoup';
import type { Logger } from 'pino';
import { StartError } from '../../start-error.ts';
import { Census } from './census.ts';
import { type ListenSettings, listenInfos } from './listen-infos.ts';
import { endWorkerProcess, settleMs, startWorkerProcess } from './worker-process.ts';

/** A worker that could not be replaced is tried again after this time, and so is one that died sooner. */
const retryAfterMs = 1_000;

export interface WorkerPoolOptions extends ListenSettings {
  workerBin: string;
  /** How many worker processes: one per core is right. */
  size: number;
  clock: Clock;
  log: Logger;
}

/** One worker process with its WebRtcServer: one UDP and one TCP port for all transports on it. */
export interface PooledWorker {
  readonly index: number;
  readonly worker: mediasoup.Worker;
  readonly webRtcServer: mediasoup.WebRtcServer;
  /** Rooms on it now. */
  rooms: number;
}

/** Keeps `size` workers running; one that dies is replaced, and its rooms are told by their routers. */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly census = new Census();
  readonly #workers = new Map<number, PooledWorker>();
  /** Cancels what comes next for a worker that is gone, by its index. */
  readonly #waits = new Map<number, CancelTimer>();
  #replaces = true;
  #closed = false;

  private constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  static async start(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options);
    try {
      await Promise.all(Array.from({ length: options.size }, (_, index) => pool.#startWorker(index)));
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  get workers(): readonly PooledWorker[] {
    return [...this.#workers.values()];
  }

  /** The worker with the fewest rooms, or undefined while none runs. */
  leastBusy(): PooledWorker | undefined {
    return this.workers.toSorted((a, b) => a.rooms - b.rooms)[0];
  }

  /** CPU time of each worker since it started, user and system together. */
  async cpuSeconds(): Promise<ReadonlyMap<number, number>> {
    const readings = this.workers.map(async ({ index, worker }) => {
      const { ru_utime, ru_stime } = await worker.getResourceUsage();
      return [index, (ru_utime + ru_stime) / 1_000] as const;
    });
    // A worker that dies while it is asked has nothing to say any more.
    const read = await Promise.allSettled(readings);
    return new Map(read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
  }

  /** From now on a worker that dies is not replaced: the process is about to end, and its workers may know. */
  stopReplacing(): void {
    this.#replaces = false;
    for (const cancel of this.#waits.values()) cancel();
    this.#waits.clear();
  }

  /** Ends every worker and waits until their processes are gone. */
  async close(): Promise<void> {
    this.#closed = true;
    this.stopReplacing();
    const workers = this.workers;
    this.#workers.clear();
    await Promise.all(workers.map(({ worker }) => endWorkerProcess(worker)));
  }

  async #startWorker(index: number): Promise<void> {
    const { workerBin, port, clock, log } = this.#options;
    const worker = await startWorkerProcess(workerBin);
    this.census.watch(worker);
    const listen = { ...this.#options, port: port === 0 ? 0 : port + index };
    const infos = listenInfos(listen, networkInterfaces());
    const webRtcServer = await worker.createWebRtcServer({ listenInfos: infos }).catch((cause: Error) => {
      worker.close();
      const port = listen.port === 0 ? 'No media port' : `Media port ${listen.port}`;
      const advice = 'stop what listens there, or set another RTC_PORT or HOST.';
      throw new StartError(
        `${port} could ${listen.port === 0 ? '' : 'not '}be opened (${cause.message}): ${advice}`,
        { cause },
      );
    });
    if (this.#closed) return endWorkerProcess(worker);
    if (worker.closed) throw new Error('the media worker died as it started');
    const startedAtMs = clock.nowMs();
    this.#workers.set(index, { index, worker, webRtcServer, rooms: 0 });
    worker.once('died', (error) => this.#died(index, { error, livedMs: clock.nowMs() - startedAtMs }));
    log.info({ worker: index, workerPid: worker.pid }, 'media worker started');
  }

  #died(index: number, { error, livedMs }: { error: Error; livedMs: number }): void {
    this.#workers.delete(index);
    this.#later(index, settleMs, () => {
      this.#options.log.error({ worker: index, err: error }, 'media worker died');
      if (livedMs < retryAfterMs) this.#later(index, retryAfterMs, () => this.#replace(index));
      else this.#replace(index);
    });
  }

  #replace(index: number): void {
    this.#startWorker(index).catch((cause: unknown) => {
      this.#options.log.error({ worker: index, err: cause }, 'media worker could not be replaced');
      // What stood in the way, such as a port or too little memory, may be gone then.
      this.#later(index, retryAfterMs, () => this.#replace(index));
    });
  }

  #later(index: number, delayMs: number, run: () => void): void {
    if (!this.#replaces) return;
    const cancel = this.#options.clock.after(delayMs, () => {
      this.#waits.delete(index);
      run();
    });
    this.#waits.set(index, cancel);
  }
}
