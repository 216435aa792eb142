import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ManualClock } from '@earshot/lifetime';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { until } from '../../testing/until.ts';
import { room } from '../contract/samples.ts';
import { inMemory } from './database-file.ts';
import { SqliteStore } from './sqlite-store.ts';

let directory: ReturnType<typeof temporaryDirectory>;
let diskClock: ManualClock;
let lines: string[];
let store: SqliteStore;
let threads: Worker[];
beforeEach(() => {
  directory = temporaryDirectory();
  diskClock = new ManualClock();
  lines = [];
  threads = [];
});
afterEach(async () => {
  await store.close();
  jest.restoreAllMocks();
  directory.remove();
});

async function open(place = directory.path): Promise<void> {
  const orders = jest.spyOn(Worker.prototype, 'postMessage');
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });
  store = await SqliteStore.open({ directory: place, clock: new ManualClock(), diskClock, log });
  threads = orders.mock.contexts as unknown as Worker[];
}
const crash = () => threads.at(-1)?.terminate();
const storageFailed = expect.objectContaining({ error: 'storage_failed', retryable: true });

test('a thread that crashed is started again, and everything that was acknowledged is there', async () => {
  await open();
  for (let crashes = 0; crashes < 3; crashes++) {
    await store.rooms.create(room(`room-${crashes}`));
    const underWay = store.rooms.create(room(`lost-${crashes}`)).catch((error: unknown) => error);
    await crash();
    expect([true, storageFailed]).toContainEqual(await underWay);
    expect(store.down).toBe(true);
    await expect(store.rooms.get('room-0')).rejects.toEqual(storageFailed);
    diskClock.advance(500);
    await until(
      () => store.down,
      (down) => !down,
    );
    const names = (await store.rooms.page(undefined, 99)).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([...Array(crashes + 1).keys()].map((each) => `room-${each}`)),
    );
  }
});

test('it is tried so many times only, unless it lived for a while in between', async () => {
  await open();
  await store.rooms.create(room('room'));
  const down = () => diskClock.pendingTimers > 0;
  const waiting = () => until(down, (found) => found);
  await crash();
  await waiting();
  // Whatever stands there now is no database.
  for (const name of ['earshot.sqlite', 'earshot.sqlite-wal'])
    writeFileSync(join(directory.path, name), 'x'.repeat(5_000));
  for (let tries = 0; tries < 9; tries++) {
    await waiting();
    diskClock.advance(30_000);
  }
  await until(
    () => lines.at(-1),
    (line) => /not started any more/.test(line ?? ''),
  );
  expect(store.down).toBe(true);
  expect(diskClock.pendingTimers).toBe(0);
  await expect(store.rooms.get('room')).rejects.toEqual(storageFailed);
});

test('one in memory stays down: it would come back empty', async () => {
  await open(inMemory);
  await crash();
  expect(store.down).toBe(true);
  expect(diskClock.pendingTimers).toBe(0);
});

test('closed while it waits to be started, it starts nothing', async () => {
  await open();
  await crash();
  expect(diskClock.pendingTimers).toBe(1);
  await store.close();
  expect(diskClock.pendingTimers).toBe(0);
});
