import { networkInterfaces } from 'node:os';
import { createWorker, type types as mediasoup } from 'mediasoup';
import type { Logger } from 'pino';
import { Census } from './census.ts';
import { type ListenSettings, listenInfos } from './listen-infos.ts';

export interface WorkerPoolOptions extends ListenSettings {
  workerBin: string;
  /** How many worker processes: one per core is right. */
  size: number;
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
  #closed = false;

  private constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  static async start(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options);
    try {
      await Promise.all(Array.from({ length: options.size }, (_, index) => pool.#startWorker(index)));
    } catch (error) {
      pool.close();
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
    return new Map(await Promise.all(readings));
  }

  close(): void {
    this.#closed = true;
    for (const { worker } of this.#workers.values()) worker.close();
    this.#workers.clear();
  }

  async #startWorker(index: number): Promise<void> {
    const { workerBin, port, log } = this.#options;
    const worker = await createWorker({ workerBin, logLevel: 'warn' });
    leaveSignalsAlone(worker);
    this.census.watch(worker);
    worker.once('died', (error) => this.#replace(index, error));
    const listen = { ...this.#options, port: port === 0 ? 0 : port + index };
    const infos = listenInfos(listen, networkInterfaces());
    const webRtcServer = await worker.createWebRtcServer({ listenInfos: infos }).catch((cause: Error) => {
      worker.close();
      throw new Error(`media port ${listen.port} could not be opened: ${cause.message}`, { cause });
    });
    if (this.#closed) return worker.close();
    this.#workers.set(index, { index, worker, webRtcServer, rooms: 0 });
    log.info({ worker: index, workerPid: worker.pid }, 'media worker started');
  }

  #replace(index: number, error: Error): void {
    this.#workers.delete(index);
    if (this.#closed) return;
    this.#options.log.error({ worker: index, err: error }, 'media worker died');
    this.#startWorker(index).catch((cause: unknown) =>
      this.#options.log.error({ worker: index, err: cause }, 'media worker could not be replaced'),
    );
  }
}

/**
 * mediasoup closes each worker at the first SIGINT or SIGTERM, before anyone could be told: members would
 * hear of a lost worker where the server is stopping. Whoever closes the pool decides instead.
 */
function leaveSignalsAlone(worker: mediasoup.Worker): void {
  const { onSignal } = worker as unknown as { onSignal: (signal: NodeJS.Signals) => void };
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
}
