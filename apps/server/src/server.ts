import { type AddressInfo, isIPv6 } from 'node:net';
import { join } from 'node:path';
import { type Clock, Scope, systemClock } from '@earshot/lifetime';
import { findWorker } from '@earshot/mediasoup-worker';
import { limits } from '@earshot/protocol';
import fastify from 'fastify';
import { type Logger, pino } from 'pino';
import { TrustedProxies } from './addresses/trusted-proxies.ts';
import type { Config } from './config.ts';
import { Guard } from './guard/guard.ts';
import { HouseRules } from './guard/house/house-rules.ts';
import { LoadWatch } from './guard/load-watch.ts';
import { addDevicesApi } from './http/devices-api.ts';
import { addHealth } from './http/health.ts';
import { LiveRooms } from './http/live-rooms.ts';
import { addOperatorApi } from './http/operator-api.ts';
import { addPages } from './http/pages.ts';
import { readableUrl } from './http/readable-url.ts';
import { addRoomsApi } from './http/rooms-api.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { DevicesDesk } from './kin/devices-desk.ts';
import { KinBook } from './kin/kin-book.ts';
import { LinkBoxes } from './kin/link-boxes.ts';
import { MediasoupPlane } from './media/mediasoup/plane.ts';
import { WorkerPool } from './media/mediasoup/worker-pool.ts';
import { watchWorkers } from './media/mediasoup/worker-watch.ts';
import { Metrics } from './metrics/metrics.ts';
import { OperatorDesk } from './operator/operator-desk.ts';
import { ReportDesk } from './reports/report-desk.ts';
import { Doors } from './rooms/directory/doors.ts';
import { listRoom } from './rooms/directory/listed-room.ts';
import { Square } from './rooms/directory/square.ts';
import { RoomRegistry } from './rooms/registry.ts';
import { Gateway } from './signaling/gateway.ts';
import { StartError } from './start-error.ts';
import { SqliteStore } from './store/sqlite/sqlite-store.ts';

export { type Config, ConfigError, readConfig } from './config.ts';
export { StartError } from './start-error.ts';

/** How often it is looked after names that are free again; nothing depends on the minute. */
const sweepEveryMs = 60_000;

/** Devices end by the month. */
const kinSweepEveryMs = 3_600_000;

const builtPages = join(import.meta.dirname, '../../web/out');

export interface ServerOptions {
  clock?: Clock;
  log?: Logger;
  /** Where rooms are listed; another one than its own where something else lists places, too. */
  square?: Square;
}

/** A running server. */
export interface Server {
  /** Where it listens. With port 0 in the configuration this is the one that was found. */
  readonly port: number;
  /** An address on this machine that reaches it, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Lets nobody in any more, tells those inside, and closes everything. */
  close(): Promise<void>;
}

type Listen = Pick<Config, 'host' | 'port'>;

/** Puts the parts together; nothing else knows all of them. @throws Error when a part cannot start. */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<Server> {
  const { clock = systemClock, log = pino({ level: config.logLevel }, pino.destination(2)) } = options;
  const { square = new Square(clock) } = options;
  const scope = new Scope();
  try {
    const workerBin = findWorker(config.workerBin ? { env: { MEDIASOUP_WORKER_BIN: config.workerBin } } : {});
    if (!workerBin) {
      throw new StartError('There is no mediasoup worker: run "npm start", or set MEDIASOUP_WORKER_BIN.');
    }
    const store = await SqliteStore.open({ directory: config.dataDir, clock, log });
    scope.add(() => store.close());
    const pool = await WorkerPool.start({
      workerBin,
      size: config.workers,
      host: config.host,
      publicAddresses: config.publicAddresses,
      port: config.rtcPort,
      clock,
      log,
    });
    scope.add(() => pool.close());
    scope.add(watchWorkers(pool, clock));
    const media = new MediasoupPlane({ pool, clock, log });
    const load = new LoadWatch({ clock });
    scope.add(() => load.close());
    const house = new HouseRules(clock);
    const guard = new Guard({ clock, load, house });
    const registry = new RoomRegistry({ media, guard, store, clock, log });
    void registry.recall();
    void registry.sweep();
    scope.add(clock.every(sweepEveryMs, () => void registry.sweep()));
    const doors = new Doors(clock);
    const reports = new ReportDesk({ store: store.reports, clock });
    registry.events.on('opened', (room) =>
      doors.open(
        room,
        listRoom(room, square, { nowMs: () => clock.nowMs(), reports, claims: registry.claims, house }),
      ),
    );
    const operator = new OperatorDesk({ store, house, registry, reports, clock, log });
    await operator.load();
    scope.add(() => square.close());
    const kin = new KinBook({ links: store.links, clock });
    void kin.sweep();
    scope.add(clock.every(kinSweepEveryMs, () => void kin.sweep()));
    const trustedProxies = new TrustedProxies(config.trustedProxies, () =>
      log.warn('a proxy is not named in TRUSTED_PROXIES: a ban hits everybody behind it'),
    );
    const gateway = new Gateway({
      registry,
      privateRooms: registry.privateRooms,
      guard,
      reports,
      kin,
      turn: config.turn,
      allowedOrigins: config.allowedOrigins,
      publicHosts: config.publicHosts,
      trustedProxies,
      clock,
      log,
      onAnswered: (method, error) => {
        if (method === 'join') metrics.joinAnswered(error);
      },
    });
    const live = new LiveRooms({ changes: square, clock, random: Math.random });
    const metrics = new Metrics({
      rooms: () => registry.rooms.length,
      members: () => registry.rooms.reduce((sum, room) => sum + room.size, 0),
      sessions: () => gateway.sessionCount,
      listedRooms: () => square.directory.size,
      watchers: () => live.watchers,
      media: () => pool.census.counts,
      workerCpuSeconds: () => pool.cpuSeconds(),
      storeFailures: () => store.failures,
      proofsChecked: () => registry.privateRooms.checked,
    });
    scope.add(() => metrics.close());

    const app = fastify({
      forceCloseConnections: true,
      bodyLimit: 65_536,
      requestTimeout: limits.requestTimeoutMs,
      http: {
        // Whoever connects and does not say what they want is not waited for longer than for a join.
        headersTimeout: limits.joinWithinMs,
        connectionsCheckingInterval: Math.min(1_000, limits.joinWithinMs),
        shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
      },
      rewriteUrl: readableUrl,
      routerOptions: { maxParamLength: 1_024 },
    });
    scope.add(() => app.close());
    scope.add(() => live.close());
    await addSecurityHeaders(app);
    addHealth(app, {
      unready: () => {
        if (scope.closed) return 'stopping';
        if (pool.workers.length === 0) return 'no media worker';
        return store.down ? 'no store' : undefined;
      },
      metrics: metrics.registry,
      metricsToken: config.metricsToken,
    });
    const boxes = new LinkBoxes(clock);
    scope.add(() => boxes.close());
    addDevicesApi(app, {
      desk: new DevicesDesk({
        book: kin,
        links: store.links,
        clock,
        house,
        onRevoked: (person, key) => gateway.unlink(person, key),
      }),
      boxes,
      clock,
      trustedProxies,
      publicHosts: config.publicHosts,
    });
    addRoomsApi(app, {
      page: (query) => square.page(query),
      glance: (name) => doors.glance(name),
      live,
      trustedProxies,
      clock,
    });
    await addOperatorApi(app, { token: config.operatorToken, desk: operator, trustedProxies, clock });
    await addPages(app, { root: config.webRoot ?? builtPages, listed: (name) => square.get(name) });
    gateway.attach(app.server);
    scope.add(() => gateway.close());
    scope.add(() => pool.stopReplacing());
    const { port } = await listen(app, config);
    log.info({ port }, 'server ready');
    return {
      port,
      url: `http://${reachableHost(config.host)}:${port}`,
      close: () => scope.close('server_stopping'),
    };
  } catch (error) {
    await scope.close('failed to start');
    throw error;
  }
}

/** `::` means all addresses; where this machine has no IPv6, all IPv4 ones are all. */
async function listen(app: ReturnType<typeof fastify>, { host, port }: Listen): Promise<AddressInfo> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (host !== '::' || (error as NodeJS.ErrnoException).code !== 'EAFNOSUPPORT') {
      throw listenFailure(error as NodeJS.ErrnoException, { host, port });
    }
    return listen(app, { host: '0.0.0.0', port });
  }
  return app.server.address() as AddressInfo;
}

function listenFailure(cause: NodeJS.ErrnoException, { host, port }: Listen): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Something else listens on port ${port} of ${host} already: stop it, or set another PORT.`,
    EADDRNOTAVAIL: `${host} is no address of this machine: set another HOST.`,
    EACCES: `Port ${port} needs more rights than this process has: set another PORT.`,
  };
  const sentence = sentences[cause.code ?? ''];
  return sentence === undefined ? cause : new StartError(sentence, { cause });
}

function reachableHost(host: string): string {
  if (host === '::' || host === '0.0.0.0') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}
