import { systemClock } from '@earshot/lifetime';
import { findWorker } from '@earshot/mediasoup-worker';
import { routerRtpCapabilities } from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { MediasoupPlane } from './plane.ts';
import { WorkerPool } from './worker-pool.ts';

const log = pino({ level: 'silent' });
let pool: WorkerPool;
let plane: MediasoupPlane;
beforeEach(async () => {
  pool = await WorkerPool.start({
    workerBin: findWorker() ?? '',
    size: 2,
    host: '127.0.0.1',
    publicAddresses: [],
    port: 0,
    clock: systemClock,
    log,
  });
  plane = new MediasoupPlane({ pool, clock: systemClock, log });
});
afterEach(() => plane.close());

test('a real router has the capabilities that clients are told ahead', async () => {
  const { options } = await plane.openRoom();
  const { codecs = [], headerExtensions = [] } = options.router.rtpCapabilities;
  expect(codecs).toEqual(routerRtpCapabilities.codecs);
  // The router forwards more extensions than are offered; those that are offered are as the router has them.
  const known = headerExtensions.filter(({ kind, uri }) =>
    routerRtpCapabilities.headerExtensions.some((each) => each.kind === kind && each.uri === uri),
  );
  expect(known).toEqual(routerRtpCapabilities.headerExtensions);
});

test('rooms that open at once are spread over the workers', async () => {
  const rooms = await Promise.all(Array.from({ length: 6 }, () => plane.openRoom()));
  expect(pool.workers.map((each) => each.rooms)).toEqual([3, 3]);
  for (const room of rooms) room.close();
  expect(pool.workers.map((each) => each.rooms)).toEqual([0, 0]);
});

test('a room whose worker dies as it opens opens on another', async () => {
  const victim = pool.leastBusy();
  const opening = [1, 2, 3, 4].map(() => plane.openRoom());
  process.kill(victim?.worker.pid ?? 0, 'SIGKILL');
  const rooms = await Promise.all(opening);
  for (const room of rooms) expect(room.rtpCapabilities).toBe(routerRtpCapabilities);
});

test('without any worker it is server_full', async () => {
  await pool.close();
  await expect(plane.openRoom()).rejects.toMatchObject({ error: 'server_full' });
});
