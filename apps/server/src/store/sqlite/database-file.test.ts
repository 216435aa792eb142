import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManualClock } from '@earshot/lifetime';
import { defaultRoomSettings } from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { StartError } from '../../start-error.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { openDatabaseFile } from './database-file.ts';
import { SqliteStore } from './sqlite-store.ts';

let home: ReturnType<typeof temporaryDirectory>;
let umask: number;
const stores: SqliteStore[] = [];
beforeEach(() => {
  home = temporaryDirectory();
  umask = process.umask(0);
});
afterEach(async () => {
  process.umask(umask);
  await Promise.all(stores.splice(0).map((store) => store.close()));
  home.remove();
});

async function open(...path: string[]): Promise<SqliteStore> {
  const options = { clock: new ManualClock(), log: pino({ level: 'silent' }) };
  const store = await SqliteStore.open({ directory: join(home.path, ...path), ...options });
  stores.push(store);
  return store;
}
const mode = (...path: string[]) => statSync(join(home.path, ...path)).mode & 0o777;

test('makes a directory that only this user may enter, and files that only this user may read', async () => {
  const store = await open('deep', 'data');
  await store.rooms.create({
    name: 'room',
    ownerKey: 'A'.repeat(43),
    settings: defaultRoomSettings,
    createdAtMs: 1,
    emptySinceMs: null,
  });
  expect(mode('deep', 'data')).toBe(0o700);
  const files = readdirSync(join(home.path, 'deep', 'data'));
  expect(files).toContain('earshot.sqlite');
  for (const file of files) expect([file, mode('deep', 'data', file)]).toEqual([file, 0o600]);
});

test('a file that others could read is taken back from them, a directory that somebody made stays', async () => {
  mkdirSync(join(home.path, 'data'), { mode: 0o755 });
  writeFileSync(join(home.path, 'data', 'earshot.sqlite'), '');
  chmodSync(join(home.path, 'data', 'earshot.sqlite'), 0o644);
  await open('data');
  expect(mode('data', 'earshot.sqlite')).toBe(0o600);
  expect(mode('data')).toBe(0o755);
});

test('what is acknowledged is on the disk: each commit waits for it', () => {
  const { database, close } = openDatabaseFile({ directory: home.path, maxBytes: 1e9 });
  const value = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect(value('journal_mode')).toBe('wal');
  expect(value('synchronous')).toBe(2);
  expect(value('foreign_keys')).toBe(1);
  close();
});

test('serves one server at a time, and the next once that one is gone', async () => {
  const first = await open('data');
  const second = open('data');
  await expect(second).rejects.toThrow(StartError);
  await expect(second).rejects.toThrow(/Another server uses the data directory .*DATA_DIR/);
  expect(await first.rooms.get('room')).toBeUndefined();
  await first.close();
  expect(await (await open('data')).rooms.get('room')).toBeUndefined();
});

test.each([
  ['a file where the directory should be', 'file', /cannot be used .*DATA_DIR/],
  ['a file on the way to it', 'file/data', /cannot be used .*DATA_DIR/],
  ['a directory where the database should be', 'full', /cannot be used .*DATA_DIR/],
  ['a file that is no database', 'text', /cannot be read .*earshot\.sqlite.*DATA_DIR/],
])('%s is one sentence that says what to do', async (_what, path, sentence) => {
  writeFileSync(join(home.path, 'file'), '');
  mkdirSync(join(home.path, 'full', 'earshot.sqlite'), { recursive: true });
  mkdirSync(join(home.path, 'text'));
  writeFileSync(join(home.path, 'text', 'earshot.sqlite'), 'no database '.repeat(1_000));
  const opening = open(path);
  await expect(opening).rejects.toThrow(StartError);
  await expect(opening).rejects.toThrow(sentence);
  await expect(opening).rejects.not.toThrow(/\n/);
});
