import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { writeFakeWorker } from './testing/fake-worker.ts';
import { useTempDirectory } from './testing/temp-directory.ts';
import { workerRuns } from './worker-runs.ts';

const directory = useTempDirectory();
const file = () => path.join(directory.path, 'worker');

test('a worker that refuses a stranger as its parent runs', () => {
  expect(workerRuns(writeFakeWorker(file()))).toBe(true);
});

test('a missing file does not run', () => {
  expect(workerRuns(file())).toBe(false);
});

test('a program that is no worker does not pass for one', () => {
  expect(workerRuns(process.execPath)).toBe(false);
  expect(workerRuns(writeFakeWorker(file(), 127))).toBe(false);
});

test('a truncated binary does not run', () => {
  writeFileSync(file(), Buffer.from('7f454c4602010100', 'hex'), { mode: 0o755 });
  expect(workerRuns(file())).toBe(false);
});
