import { once } from 'node:events';
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@earshot/lifetime';
import { findWorker } from '@earshot/mediasoup-worker';
import { afterEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { until } from '../../testing/until.ts';
import { WorkerPool, type WorkerPoolOptions } from './worker-pool.ts';
import { settleMs } from './worker-process.ts';
import { watchWorkers } from './worker-watch.ts';

const pools: WorkerPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

async function startPool(changes: Partial<WorkerPoolOptions> = {}) {
  const lines: string[] = [];
  const clock = new ManualClock();
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });
  const workerBin = findWorker() ?? '';
  const options = { workerBin, size: 2, host: '127.0.0.1', publicAddresses: [], port: 0, clock, log };
  const pool = await WorkerPool.start({ ...options, ...changes });
  pools.push(pool);
  return { pool, clock, lines };
}

/** A port that nothing listens on just now, nor on the next. */
async function twoFreePorts(): Promise<number> {
  const listen = async (port: number) => {
    const probe = createServer().listen(port, '127.0.0.1');
    await once(probe, 'listening');
    return probe;
  };
  for (;;) {
    const first = await listen(0);
    const { port } = first.address() as AddressInfo;
    const second = await listen(port + 1).catch(() => undefined);
    for (const probe of [first, second]) probe?.close();
    if (second) return port;
  }
}

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const kill = (pool: WorkerPool, index: number) => {
  const pid = pool.workers.find((each) => each.index === index)?.worker.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  return pid;
};

test('gives the least busy worker', async () => {
  const { pool } = await startPool();
  const [first, second] = pool.workers;
  if (first) first.rooms = 2;
  if (second) second.rooms = 1;
  expect(pool.leastBusy()).toBe(second);
});

test('tells the CPU time of each, also while one dies', async () => {
  const { pool } = await startPool();
  const before = await pool.cpuSeconds();
  expect([...before.keys()].toSorted()).toEqual([0, 1]);
  expect([...before.values()].every((seconds) => seconds >= 0 && seconds < 5)).toBe(true);
  kill(pool, 0);
  expect((await pool.cpuSeconds()).get(1)).toBeGreaterThanOrEqual(0);
});

test('replaces a worker that dies, at its place', async () => {
  const { pool, clock, lines } = await startPool();
  clock.advance(60_000);
  const pid = kill(pool, 1);
  await until(
    () => clock.pendingTimers,
    (count) => count === 1,
  );
  clock.advance(settleMs);
  await until(
    () => pool.workers.map(({ index, worker }) => `${index} ${worker.pid === pid}`).toSorted(),
    ([first, second]) => first === '0 false' && second === '1 false',
  );
  expect(lines.filter((line) => line === 'media worker died').length).toBe(1);
});

test('a worker that dies as soon as it runs is replaced after a pause, not in a circle', async () => {
  const { pool, clock } = await startPool({ size: 1 });
  kill(pool, 0);
  await until(
    () => pool.workers.length,
    (count) => count === 0,
  );
  await until(
    () => clock.pendingTimers,
    (count) => count === 1,
  );
  expect(pool.leastBusy()).toBeUndefined();
  clock.advance(settleMs);
  expect([pool.workers.length, clock.pendingTimers]).toEqual([0, 1]);
  clock.advance(1_000);
  await until(
    () => pool.workers.length,
    (count) => count === 1,
  );
});

test('tries again until what stood in the way is gone', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-worker-'));
  const workerBin = join(directory, 'worker');
  copyFileSync(findWorker() ?? '', workerBin);
  const { pool, clock, lines } = await startPool({ size: 1, workerBin });
  renameSync(workerBin, `${workerBin}-gone`);
  kill(pool, 0);
  await until(
    () => clock.pendingTimers,
    (timers) => timers === 1,
  );
  clock.advance(settleMs);
  const failures = () => lines.filter((line) => line === 'media worker could not be replaced').length;
  for (const count of [1, 2]) {
    await until(
      () => clock.pendingTimers,
      (timers) => timers === 1,
    );
    clock.advance(1_000);
    await until(failures, (seen) => seen === count);
  }
  renameSync(`${workerBin}-gone`, workerBin);
  clock.advance(1_000);
  await until(
    () => pool.workers.length,
    (count) => count === 1,
  );
  rmSync(directory, { recursive: true });
});

test('leaves no process and no timer behind', async () => {
  const { pool, clock } = await startPool({ size: 3 });
  const pids = pool.workers.map(({ worker }) => worker.pid);
  expect(pids.map(lives)).toEqual([true, true, true]);
  kill(pool, 0);
  await until(
    () => clock.pendingTimers,
    (count) => count === 1,
  );
  await pool.close();
  expect(pids.map(lives)).toEqual([false, false, false]);
  expect(clock.pendingTimers).toBe(0);
  expect(pool.workers).toEqual([]);
});

test('a worker that does not end by itself is ended', async () => {
  const { pool } = await startPool({ size: 1 });
  const pid = pool.workers[0]?.worker.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  await pool.close();
  await until(
    () => lives(pid),
    (alive) => !alive,
  );
});

test('who wants to stop does not replace', async () => {
  const { pool, clock, lines } = await startPool({ size: 1 });
  pool.stopReplacing();
  kill(pool, 0);
  await until(
    () => pool.workers.length,
    (count) => count === 0,
  );
  expect(clock.pendingTimers).toBe(0);
  expect(lines).not.toContain('media worker died');
});

test('opens one port per worker, and fails in words when one is taken', async () => {
  const port = await twoFreePorts();
  const { pool } = await startPool({ port });
  const listening = await Promise.all(pool.workers.map(({ webRtcServer }) => webRtcServer.dump()));
  const ports = listening.flatMap(({ udpSockets, tcpServers }) => [...udpSockets, ...tcpServers]);
  expect(ports.map((each) => each.port).toSorted()).toEqual([port, port, port + 1, port + 1]);
  await expect(startPool({ port, size: 1 })).rejects.toThrow(`Media port ${port} could not be opened`);
  await pool.close();
  await startPool({ port, size: 1 });
});

test('a binary that is none fails, and nothing is left', async () => {
  await expect(startPool({ workerBin: '/nowhere/mediasoup-worker' })).rejects.toThrow('ENOENT');
  await expect(startPool({ workerBin: '/bin/false' })).rejects.toThrow();
});

test('a worker that hangs is killed and replaced, and one that answers is left alone', async () => {
  const { pool, clock, lines } = await startPool();
  const stopWatching = watchWorkers(pool, clock);
  const [hanging, healthy] = pool.workers;
  process.kill(hanging?.worker.pid ?? 0, 'SIGSTOP');
  clock.advance(5_000);
  await healthy?.worker.getResourceUsage();
  clock.advance(10_000);
  stopWatching();
  await until(
    () => {
      clock.advance(settleMs);
      return pool.workers.filter((each) => each !== hanging).length;
    },
    (count) => count === 2,
  );
  expect(lines).toContain('media worker died');
  expect(pool.workers).toContain(healthy);
});
