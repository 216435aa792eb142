import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Host } from './host.ts';
import { SetupError } from './setup-error.ts';
import { writeFakeWorker } from './testing/fake-worker.ts';
import { useTempDirectory } from './testing/temp-directory.ts';
import { WorkerCache } from './worker-cache.ts';
import { workerRuns } from './worker-runs.ts';

const directory = useTempDirectory();
const host: Host = { platform: 'linux', arch: 'x64', kernelMajor: 6, distribution: 'debian-12' };
const cacheIn = (env: NodeJS.ProcessEnv) => new WorkerCache({ env, host, version: '3.27.1' });

test('EARSHOT_CACHE comes before XDG_CACHE_HOME, and that before the home directory', () => {
  const own = cacheIn({ EARSHOT_CACHE: '/srv/earshot', XDG_CACHE_HOME: '/var/xdg' });
  expect(own.binary).toMatch(
    /^\/srv\/earshot\/mediasoup-worker\/3\.27\.1-linux-x64-debian-12-[0-9a-f]{8}\/mediasoup-worker$/,
  );
  expect(cacheIn({ XDG_CACHE_HOME: '/var/xdg' }).binary).toMatch(/^\/var\/xdg\/earshot\/mediasoup-worker\//);
  const home = path.join(os.homedir(), '.cache/earshot/mediasoup-worker/');
  expect(cacheIn({ XDG_CACHE_HOME: 'not/absolute' }).binary.startsWith(home)).toBe(true);
  expect(cacheIn({}).binary.startsWith(home)).toBe(true);
});

test('another mediasoup or another system is another place', () => {
  const env = { EARSHOT_CACHE: directory.path };
  const places = [
    new WorkerCache({ env, host, version: '3.27.1' }),
    new WorkerCache({ env, host, version: '3.27.2' }),
    new WorkerCache({ env, host: { ...host, distribution: 'debian-13' }, version: '3.27.1' }),
  ];
  expect(new Set(places.map((place) => place.directory)).size).toBe(3);
});

test('keeps a binary executable, and leaves nothing else behind', () => {
  const cache = cacheIn({ EARSHOT_CACHE: directory.path });
  cache.open();
  const scratch = cache.scratch();
  cache.keep(writeFakeWorker(path.join(scratch.path, 'worker')));
  scratch.remove();
  expect(workerRuns(cache.binary)).toBe(true);
  expect(readdirSync(cache.directory)).toEqual(['mediasoup-worker']);
});

test('clears what a killed process left in the scratch directory', () => {
  const cache = cacheIn({ EARSHOT_CACHE: directory.path });
  cache.open();
  const left = path.join(cache.scratch().path, 'left');
  writeFileSync(left, '');
  cache.scratch();
  expect(existsSync(left)).toBe(false);
});

test('says which directory cannot be written, and what to set', () => {
  const file = path.join(directory.path, 'file');
  writeFileSync(file, '');
  const open = () => cacheIn({ EARSHOT_CACHE: file }).open();
  expect(open).toThrow(SetupError);
  expect(open).toThrow(/EARSHOT_CACHE/);
});
