import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ManualClock } from '@earshot/lifetime';
import { defaultRoomSettings, limits } from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { SqliteStore } from './sqlite-store.ts';

const usual = { ...limits };
let directory: ReturnType<typeof temporaryDirectory>;
let clock: ManualClock;
let diskClock: ManualClock;
let lines: string[];
let store: SqliteStore;
beforeEach(() => {
  directory = temporaryDirectory();
  clock = new ManualClock();
  diskClock = new ManualClock();
  lines = [];
});
afterEach(async () => {
  Object.assign(limits, usual);
  await store.close();
  directory.remove();
});

async function open() {
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  store = await SqliteStore.open({ directory: directory.path, clock, diskClock, log });
}
const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
const file = () => new DatabaseSync(join(directory.path, 'earshot.sqlite'), { timeout: 10_000 });

const room = (name: string) => ({
  name,
  ownerKey: 'A'.repeat(43),
  settings: { ...defaultRoomSettings, topic: 'canary' },
  createdAtMs: 1,
  emptySinceMs: null,
});
const report = (id: string) => ({
  id,
  atMs: 1,
  room: 'canary',
  by: { name: 'canary' },
  on: { name: 'canary' },
  reason: 'canary '.repeat(500),
  chat: [],
});
const storageFailed = expect.objectContaining({ error: 'storage_failed', retryable: true });

/** Writes until nothing more fits, and answers with what did. */
async function fill(): Promise<string[]> {
  const kept: string[] = [];
  for (;;) {
    const id = `report-${kept.length}`;
    const error = await store.reports.add(report(id)).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error) {
      expect(error).toEqual(storageFailed);
      return kept;
    }
    kept.push(id);
  }
}

test('where nothing more fits, writing fails with a code, and reading and forgetting go on', async () => {
  Object.assign(limits, { storeBytes: 65 * 4_096 });
  await open();
  for (let index = 0; index < 40; index++) await store.rooms.create(room(`room-${index}`));
  const kept = await fill();
  expect(kept.length).toBeGreaterThan(3);
  await expect(store.reports.add(report('again'))).rejects.toEqual(storageFailed);
  expect((await store.reports.open(undefined, 1_000)).map(({ id }) => id)).toEqual(kept.toReversed());
  expect((await store.rooms.page(undefined, 99)).length).toBe(40);
  for (let index = 0; index < 40; index++) await store.rooms.delete(`room-${index}`);
  expect(await store.rooms.create(room('room'))).toBe(true);
  await store.reports.add(report('fits again'));
});

test('failures are counted, and logged once a minute, with nothing of what was written', async () => {
  Object.assign(limits, { storeBytes: 65 * 4_096 });
  await open();
  await fill();
  const tries = async () => {
    for (let count = 0; count < 3; count++) {
      await expect(store.reports.add(report('more'))).rejects.toEqual(storageFailed);
    }
  };
  await tries();
  expect(store.failures).toBe(4);
  expect(logged().map(({ msg, failures }) => ({ msg, failures }))).toEqual([
    { msg: 'the store failed', failures: 1 },
  ]);
  clock.advance(60_000);
  await tries();
  expect(logged().map(({ failures }) => failures)).toEqual([1, 5]);
  expect(lines.join()).toContain('database or disk is full');
  expect(lines.join()).not.toContain('canary');
});

test('a record that cannot be read is left out and logged by its number; the others are there', async () => {
  await open();
  for (const name of ['canary-a', 'canary-b', 'canary-c']) await store.rooms.create(room(name));
  await store.roles.set('canary-c', 'canary-key', 'speaker');
  await store.reports.add(report('canary-1'));
  await store.reports.add(report('canary-2'));
  await store.operator.set({ noNewRooms: true, noListing: true });
  const other = file();
  other.exec(`
    UPDATE rooms SET settings = '{' WHERE name = 'canary-a';
    UPDATE rooms SET owner_key = 'canary' WHERE name = 'canary-b';
    UPDATE roles SET role = 'king';
    UPDATE reports SET record = '[]' WHERE id = 'canary-2';
    UPDATE operator SET value = 'null';
  `);
  other.close();
  expect(await store.rooms.get('canary-a')).toBeUndefined();
  expect((await store.rooms.page(undefined, 9)).map(({ name }) => name)).toEqual(['canary-c']);
  expect(await store.roles.of('canary-c')).toEqual(new Map());
  expect((await store.reports.open(undefined, 9)).map(({ id }) => id)).toEqual(['canary-1']);
  expect(await store.operator.switches()).toEqual({ noNewRooms: false, noListing: false });
  expect(logged().map(({ table, id, msg }) => [table, id, msg])).toEqual(
    [
      ['rooms', 1],
      ['rooms', 1],
      ['rooms', 2],
      ['roles', 1],
      ['reports', 2],
      ['operator', 'switches'],
    ].map((each) => [...each, 'a stored record cannot be read']),
  );
  expect(lines.join()).not.toContain('canary');
  // The name is taken all the same: it is not given to somebody else because of a bad byte.
  expect(await store.rooms.create(room('canary-a'))).toBe(false);
});

test('a disk that does not answer is not waited for without end', async () => {
  await open();
  const other = file();
  other.exec('BEGIN IMMEDIATE');
  const writing = store.rooms.create(room('room'));
  const reading = store.rooms.get('room');
  clock.advance(3_600_000);
  diskClock.advance(8_000);
  await expect(writing).rejects.toEqual(storageFailed);
  await expect(reading).rejects.toEqual(storageFailed);
  other.exec('ROLLBACK');
  other.close();
  expect(await store.rooms.create(room('other'))).toBe(true);
});

test('what another program locks for too long fails, and works when it is free again', async () => {
  await open();
  const other = file();
  other.exec('BEGIN IMMEDIATE');
  await expect(store.rooms.create(room('room'))).rejects.toEqual(storageFailed);
  await expect(store.roles.set('room', 'key', 'speaker')).rejects.toEqual(storageFailed);
  expect(await store.rooms.get('room')).toBeUndefined();
  other.exec('ROLLBACK');
  other.close();
  expect(await store.rooms.create(room('room'))).toBe(true);
  await store.roles.set('room', 'key', 'speaker');
});
