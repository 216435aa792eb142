import path from 'node:path';
import { expect, test } from '@jest/globals';
import { findWorker } from './find-worker.ts';
import { writeFakeWorker } from './testing/fake-worker.ts';
import { useTempDirectory } from './testing/temp-directory.ts';

const directory = useTempDirectory();
const at = (name: string) => path.join(directory.path, name);

test('MEDIASOUP_WORKER_BIN comes before the cache', () => {
  const named = writeFakeWorker(at('named'));
  const cache = { binary: writeFakeWorker(at('cached')) };
  expect(findWorker({ env: { MEDIASOUP_WORKER_BIN: named }, cache })).toBe(named);
  expect(findWorker({ env: {}, cache })).toBe(cache.binary);
});

test('a broken MEDIASOUP_WORKER_BIN is an error, not a reason to take another', () => {
  const cache = { binary: writeFakeWorker(at('cached')) };
  const find = () => findWorker({ env: { MEDIASOUP_WORKER_BIN: at('nothing') }, cache });
  expect(find).toThrow(expect.objectContaining({ code: 'worker_bin_broken' }));
  expect(find).toThrow(at('nothing'));
});

test('a cached worker that no longer runs is not found', () => {
  expect(findWorker({ env: {}, cache: { binary: writeFakeWorker(at('cached'), 127) } })).toBeUndefined();
  expect(findWorker({ env: {}, cache: { binary: at('nothing') } })).toBeUndefined();
});

test('an empty cache on this machine answers nothing, without waiting', () => {
  expect(findWorker({ env: { EARSHOT_CACHE: directory.path } })).toBeUndefined();
});
