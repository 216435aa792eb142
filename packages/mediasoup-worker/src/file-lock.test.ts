import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { withFileLock } from './file-lock.ts';
import { useTempDirectory } from './testing/temp-directory.ts';

const directory = useTempDirectory();
const lock = () => path.join(directory.path, 'lock');
const { signal } = new AbortController();
const options = { signal, onWait: () => {}, retryMs: 5 };

test('work under one lock never overlaps', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise(setImmediate);
    inside--;
  };
  await Promise.all(Array.from({ length: 5 }, () => withFileLock(lock(), options, work)));
  expect(most).toBe(1);
});

test('a failure frees the lock', async () => {
  const fail = () => Promise.reject(new Error('no'));
  await expect(withFileLock(lock(), options, fail)).rejects.toThrow('no');
  expect(await withFileLock(lock(), options, async () => 'free')).toBe('free');
});

test('a holder that is killed frees the lock', async () => {
  const code = `const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(process.argv[1]);
    database.exec('BEGIN EXCLUSIVE');
    console.log('held');
    setInterval(() => {}, 1e6);`;
  const holder = spawn(process.execPath, ['-e', code, lock()], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  const onWait = () => holder.kill('SIGKILL');
  expect(await withFileLock(lock(), { ...options, onWait }, async () => 'free')).toBe('free');
});

test('the wait for a lock ends', async () => {
  const forever = withFileLock(lock(), options, () => new Promise(() => {}));
  void forever;
  const second = withFileLock(lock(), { ...options, timeoutMs: 20 }, async () => {});
  await expect(second).rejects.toMatchObject({ code: 'lock_timeout' });
});
