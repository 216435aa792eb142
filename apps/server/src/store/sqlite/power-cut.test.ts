import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { ManualClock, withDeadline } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Random } from '../../testing/random.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { SqliteStore } from './sqlite-store.ts';

let directory: ReturnType<typeof temporaryDirectory>;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

const writerFile = fileURLToPath(new URL('../../testing/store-writer.ts', import.meta.url));

/** Starts a writer, kills it in the middle of its work, and answers with what it had been told is kept. */
async function writeUntilKilled(round: number, lines: number): Promise<string[]> {
  const writer = spawn(process.execPath, [writerFile, directory.path, `${round}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let printed = '';
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (printed.split('\n').length > lines) writer.kill('SIGKILL');
  });
  const [, signal] = await withDeadline(once(writer, 'close'), {
    what: 'the end of the writer',
    limitMs: 60_000,
  });
  expect(signal).toBe('SIGKILL');
  return printed.split('\n').slice(0, -1);
}

test('killed in the middle of writing, nothing that was acknowledged is lost, and nothing is half done', async () => {
  const acknowledged: string[] = [];
  const seed = Date.now();
  const random = new Random(seed);
  for (let round = 0; round < 4; round++) {
    acknowledged.push(...(await writeUntilKilled(round, 1 + random.below(40))));
    const store = await SqliteStore.open({
      directory: directory.path,
      clock: new ManualClock(),
      log: pino({ level: 'silent' }),
    });
    const rooms = await store.rooms.emptySince(Number.MAX_SAFE_INTEGER, 10_000);
    const actions = await store.actions.page('shared', undefined, limits.actionLogEntries);
    const roles = await store.roles.of('shared');
    await store.close();
    const kept = new Set([
      ...rooms.map((name) => `room ${name}`),
      ...actions.map(({ id }) => `action ${id}`),
      ...[...roles.keys()].map((key) => `role ${key}`),
    ]);
    expect({ seed, round, lost: acknowledged.filter((each) => !kept.has(each)) }).toEqual({
      seed,
      round,
      lost: [],
    });
    const file = new DatabaseSync(join(directory.path, 'earshot.sqlite'), { timeout: 10_000 });
    expect(file.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(file.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    file.close();
  }
}, 120_000);
