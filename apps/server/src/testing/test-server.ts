import { Scope } from '@earshot/lifetime';
import { type JoinParams, limits } from '@earshot/protocol';
import { type types as mediasoup, observer } from 'mediasoup';
import { pino } from 'pino';
import { readConfig, type Server, type ServerOptions, startServer } from '../server.ts';
import { writeFixturePages } from './fixture-pages.ts';
import { ask } from './raw-http.ts';
import { type ConnectOptions, SignalingClient } from './signaling-client.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { until } from './until.ts';

/** The limits as they are for everybody outside of tests. */
export const realLimits = { ...limits };

/** What one address prefix may ask for: here all come from one, and some of them by the hundred. */
const perParty = Object.keys(limits).filter((name) => /(?:PerPrefix|PerKey)$/.test(name));

/**
 * Seats are kept for a moment only: most tests wait for those who are gone to be gone. And nobody is asked
 * for puzzles, however busy the machine is.
 */
Object.assign(limits, {
  seatKeptMs: 30,
  busyLoopDelayMs: 1_000_000,
  busyJoinsPerSecond: 1_000_000,
  ...Object.fromEntries(perParty.map((name) => [name, 1_000_000])),
});

export interface LogLine {
  level: number;
  msg: string;
  [field: string]: unknown;
}

/** A real server on loopback with one real worker, and all that a test wants to know of it. */
export class TestServer {
  readonly server: Server;
  /** Every worker it ever started, the first first. */
  readonly workers: readonly mediasoup.Worker[];
  /** The listening half of each. */
  readonly webRtcServers: readonly mediasoup.WebRtcServer[];
  /** Everything it logged. */
  readonly log: readonly LogLine[];
  readonly webRoot: string;
  readonly #clients: SignalingClient[] = [];
  readonly #scope: Scope;

  private constructor(
    parts: Pick<TestServer, 'server' | 'workers' | 'webRtcServers' | 'log' | 'webRoot'>,
    scope: Scope,
  ) {
    this.server = parts.server;
    this.workers = parts.workers;
    this.webRtcServers = parts.webRtcServers;
    this.log = parts.log;
    this.webRoot = parts.webRoot;
    this.#scope = scope;
  }

  /** @param environment settings that differ from those of a small server on free ports. */
  static async open(
    environment: Record<string, string> = {},
    options: Pick<ServerOptions, 'clock' | 'square'> = {},
  ): Promise<TestServer> {
    const scope = new Scope();
    const { webRoot, remove } = writeFixturePages();
    scope.add(remove);
    const data = temporaryDirectory();
    scope.add(data.remove);
    const config = readConfig({
      HOST: '127.0.0.1',
      PORT: '0',
      RTC_PORT: '0',
      WORKERS: '1',
      WEB_ROOT: webRoot,
      DATA_DIR: data.path,
      ...environment,
    });
    const workers: mediasoup.Worker[] = [];
    const webRtcServers: mediasoup.WebRtcServer[] = [];
    const watch = (worker: mediasoup.Worker) => {
      workers.push(worker);
      worker.observer.on('newwebrtcserver', (webRtcServer) => webRtcServers.push(webRtcServer));
    };
    observer.on('newworker', watch);
    scope.add(() => void observer.off('newworker', watch));
    const lines: LogLine[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    try {
      const server = await startServer(config, { log, ...options });
      scope.add(() => server.close());
      return new TestServer({ server, workers, webRtcServers, log: lines, webRoot }, scope);
    } catch (error) {
      await scope.close();
      throw error;
    }
  }

  get port(): number {
    return this.server.port;
  }

  /** What was logged as an error or worse. */
  get errors(): LogLine[] {
    return this.log.filter(({ level }) => level >= 50);
  }

  async connect(options: ConnectOptions = {}): Promise<SignalingClient> {
    const client = await SignalingClient.connect(this.port, options);
    this.#clients.push(client);
    return client;
  }

  /** Somebody who is in the room already. */
  async member(room: string, options: ConnectOptions & Pick<Partial<JoinParams>, 'name' | 'sources'> = {}) {
    const { codec, answersPings, forwardedFor, ...params } = options;
    const client = await this.connect(options);
    const joined = await client.join(room, params);
    return { client, joined, self: joined.self };
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, init);
  }

  /** The server's gauges and counters, by name without `earshot_`. Leaves no connection open. */
  async counts(): Promise<Record<string, number>> {
    const text = String((await ask(this.port, '/metrics')).body);
    const found = [...text.matchAll(/^earshot_(\S+) (\d+)$/gm)];
    return Object.fromEntries(found.map(([, name = '', value]) => [name, Number(value)]));
  }

  /** Waits until the counts named here are these: taps and the ends of things come a little later. */
  async counted(wanted: Record<string, number>): Promise<void> {
    const asked = async () => {
      const all = await this.counts();
      return Object.fromEntries(Object.keys(wanted).map((name) => [name, all[name]]));
    };
    await until(asked, (found) => Object.entries(wanted).every(([name, count]) => found[name] === count));
  }

  /** Sends everybody home who came through `connect`. */
  async dismiss(): Promise<void> {
    const clients = this.#clients.splice(0);
    for (const client of clients) client.socket.close(1000);
    await Promise.all(clients.map(({ closed }) => closed));
  }

  close(): Promise<void> {
    return this.#scope.close();
  }
}
