import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ensureWorker } from './ensure-worker.ts';
import type { News } from './news.ts';
import { SetupError } from './setup-error.ts';
import { writeFakeWorker } from './testing/fake-worker.ts';
import { useTempDirectory } from './testing/temp-directory.ts';
import { WorkerCache } from './worker-cache.ts';
import { workerRuns } from './worker-runs.ts';
import type { WorkerSource } from './worker-source.ts';

const directory = useTempDirectory();
let cache: WorkerCache;
let news: News[];
const report = (item: News) => news.push(item);
const told = (at: 'note' | 'setback') => news.flatMap((item) => (item.at === at ? [item.text] : []));

beforeEach(() => {
  const host = { platform: 'linux', arch: 'x64', kernelMajor: 6, distribution: 'debian-12' } as const;
  cache = new WorkerCache({ env: { EARSHOT_CACHE: directory.path }, host, version: '1.2.3' });
  news = [];
});

function source(name: string, bring: (scratch: string) => string | Promise<string>) {
  const tried: string[] = [];
  const made: WorkerSource = {
    name,
    async bring({ scratch }) {
      tried.push(name);
      return bring(path.join(scratch, 'worker'));
    },
  };
  return Object.assign(made, { tried });
}
const working = (name: string) => source(name, (file) => writeFakeWorker(file));
const closed = (name: string) =>
  source(name, () => {
    throw new SetupError('prebuilt_unavailable', `${name} is closed`);
  });

describe('the order of sources', () => {
  test('a named worker needs no cache and no source', async () => {
    const named = writeFakeWorker(path.join(directory.path, 'named'));
    const first = working('first');
    const env = { MEDIASOUP_WORKER_BIN: named };
    expect(await ensureWorker({ env, cache, report, sources: [first] })).toBe(named);
    expect(first.tried).toEqual([]);
    expect(news).toEqual([]);
  });

  test('the first source that is open is used, and what it brought is cached', async () => {
    const sources = [closed('first'), working('second'), working('third')] as const;
    expect(await ensureWorker({ env: {}, cache, report, sources })).toBe(cache.binary);
    expect(sources.map(({ tried }) => tried.length)).toEqual([1, 1, 0]);
    expect(told('setback')).toEqual(['first is closed. Trying second instead.']);
    expect(readdirSync(cache.directory).sort()).toEqual(['lock', 'mediasoup-worker']);

    await ensureWorker({ env: {}, cache, report, sources });
    expect(sources[1].tried.length).toBe(1);
  });

  test('a source whose binary does not run here is passed over', async () => {
    const foreign = source('foreign', (file) => writeFakeWorker(file, 126));
    await ensureWorker({ env: {}, cache, report, sources: [foreign, working('own')] });
    expect(told('setback')).toEqual([
      'What came from foreign does not run on this system. Trying own instead.',
    ]);
    expect(workerRuns(cache.binary)).toBe(true);
  });

  test('the last failure is thrown when every source is closed', async () => {
    const sources = [closed('first'), closed('second')];
    await expect(ensureWorker({ env: {}, cache, report, sources })).rejects.toThrow('second is closed');
  });

  test('a bug in a source is not taken for a closed source', async () => {
    const bug = source('bug', () => {
      throw new TypeError('oops');
    });
    const sources = [bug, working('own')];
    await expect(ensureWorker({ env: {}, cache, report, sources })).rejects.toThrow(TypeError);
  });
});

test('a cached worker that no longer runs is replaced', async () => {
  mkdirSync(cache.directory, { recursive: true });
  writeFakeWorker(cache.binary, 127);
  await ensureWorker({ env: {}, cache, report, sources: [working('new')] });
  expect(told('note')).toEqual(['The mediasoup worker in the cache no longer runs on this system.']);
  expect(workerRuns(cache.binary)).toBe(true);
});

test('of two starts at once, one brings the worker and the other waits for it', async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const slow = source('slow', async (file) => {
    await gate;
    return writeFakeWorker(file);
  });
  const begin = (item: News) => {
    report(item);
    if (item.at === 'step') open();
  };
  const start = () => ensureWorker({ env: {}, cache, report: begin, sources: [slow] });
  expect(await Promise.all([start(), start()])).toEqual([cache.binary, cache.binary]);
  expect(slow.tried).toEqual(['slow']);
  expect(news).toEqual([{ at: 'step', text: expect.stringContaining('Waiting') }]);
});

test('an abort ends the wait for another start', async () => {
  const abort = new AbortController();
  const stuck = source('stuck', () => new Promise<string>(() => {}));
  void ensureWorker({ env: {}, cache, report, sources: [stuck] });
  const second = ensureWorker({ env: {}, cache, report, sources: [stuck], signal: abort.signal });
  abort.abort(new Error('stopped'));
  await expect(second).rejects.toThrow();
});
