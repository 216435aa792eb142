import type { ErrorName } from '@earshot/protocol';
import { RpcError } from '@earshot/protocol';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

type MediaCounts = Record<
  'routers' | 'transports' | 'producers' | 'consumers' | 'dataProducers' | 'dataConsumers',
  number
>;

/** What the gauges read when they are asked. */
export interface Observed {
  rooms(): number;
  members(): number;
  sessions(): number;
  listedRooms(): number;
  watchers(): number;
  media(): MediaCounts;
  /** CPU time of each media worker so far, in seconds. */
  workerCpuSeconds(): Promise<ReadonlyMap<number, number>>;
  /** Operations of the store that failed so far. */
  storeFailures(): number;
  /** Proofs for private rooms whose signature was looked at so far. */
  proofsChecked(): number;
}

/** Every metric of the server, declared once. Node's own (event-loop delay, heap, …) come along. */
export class Metrics {
  readonly registry = new Registry();
  readonly #joins: Counter<'result'>;

  constructor(observed: Observed) {
    const { registry } = this;
    collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 10 });
    const gauge = (name: string, help: string, read: () => number) =>
      new Gauge({
        name: `earshot_${name}`,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    gauge('rooms', 'Rooms open now', observed.rooms);
    gauge('members', 'People in rooms now', observed.members);
    gauge('sessions', 'Signaling sessions now, joined or not', observed.sessions);
    gauge('listed_rooms', 'Rooms in the directory now', observed.listedRooms);
    gauge('watchers', 'Watchers of the directory now', observed.watchers);
    gauge('transports', 'mediasoup transports now', () => observed.media().transports);
    gauge('producers', 'mediasoup producers now', () => observed.media().producers);
    gauge('consumers', 'mediasoup consumers now', () => observed.media().consumers);
    gauge('data_producers', 'mediasoup data producers now', () => observed.media().dataProducers);
    gauge('data_consumers', 'mediasoup data consumers now', () => observed.media().dataConsumers);
    new Gauge({
      name: 'earshot_worker_cpu_seconds',
      help: 'CPU time of each media worker since it started',
      labelNames: ['worker'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const [worker, seconds] of await observed.workerCpuSeconds()) this.set({ worker }, seconds);
      },
    });
    const counter = (name: string, help: string, read: () => number) =>
      new Counter({
        name: `earshot_${name}`,
        help,
        registers: [registry],
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    counter(
      'store_failures_total',
      'Reads and writes of what survives a restart that failed',
      observed.storeFailures,
    );
    counter(
      'proofs_checked_total',
      'Proofs for private rooms whose signature was looked at',
      observed.proofsChecked,
    );
    this.#joins = new Counter({
      name: 'earshot_joins_total',
      help: 'Joins that were tried, by result: ok, or the error',
      labelNames: ['result'],
      registers: [registry],
    });
  }

  joinAnswered(error: unknown): void {
    const result: 'ok' | ErrorName =
      error === undefined ? 'ok' : error instanceof RpcError ? error.error : 'internal';
    this.#joins.inc({ result });
  }

  close(): void {
    this.registry.clear();
  }
}
