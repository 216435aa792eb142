import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { Host } from './host.ts';
import { type PrebuiltOptions, prebuiltName, prebuiltWorker } from './prebuilt-worker.ts';
import { writeFakeWorker } from './testing/fake-worker.ts';
import { useTempDirectory } from './testing/temp-directory.ts';
import { workerRuns } from './worker-runs.ts';

const directory = useTempDirectory();
const host: Host = { platform: 'linux', arch: 'x64', kernelMajor: 6, distribution: 'debian-12' };
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/releases`;
}

function bring(
  baseUrl: string,
  options: Partial<PrebuiltOptions> = {},
  signal = new AbortController().signal,
) {
  const source = prebuiltWorker({ host, version: '3.27.1', baseUrl, ...options });
  const { path: scratch } = directory;
  return source.bring({ scratch, workshop: scratch, report: () => {}, signal });
}

test('asks for the file by the name mediasoup publishes it under', () => {
  expect(prebuiltName('3.27.1', host)).toBe('mediasoup-worker-3.27.1-linux-x64-kernel6.tgz');
  expect(prebuiltName('3.27.1', { ...host, platform: 'darwin', arch: 'arm64' })).toBe(
    'mediasoup-worker-3.27.1-darwin-arm64.tgz',
  );
});

test('downloads the archive and unpacks the worker', async () => {
  writeFakeWorker(path.join(directory.path, 'mediasoup-worker'));
  const archive = path.join(directory.path, 'served.tgz');
  execFileSync('tar', ['-czf', archive, '-C', directory.path, '--remove-files', 'mediasoup-worker']);
  const asked: (string | undefined)[] = [];
  const baseUrl = await serve((request, response) => {
    asked.push(request.url);
    response.end(readFileSync(archive));
  });
  expect(workerRuns(await bring(baseUrl))).toBe(true);
  expect(asked).toEqual([`/releases/3.27.1/${prebuiltName('3.27.1', host)}`]);
});

test('gives up on a host that accepts and never answers', async () => {
  const baseUrl = await serve(() => {});
  await expect(bring(baseUrl, { answerMs: 50 })).rejects.toMatchObject({
    code: 'prebuilt_unavailable',
    message: expect.stringMatching(/^127\.0\.0\.1:\d+ did not answer within 0\.05 s$/),
  });
});

test('gives up on a host that stops in the middle', async () => {
  const baseUrl = await serve((_request, response) => response.write('half'));
  await expect(bring(baseUrl, { downloadMs: 50 })).rejects.toMatchObject({
    code: 'prebuilt_unavailable',
    message: expect.stringContaining('sent too slowly'),
  });
});

test('gives up on a host that refuses the connection', async () => {
  const baseUrl = await serve(() => {});
  server?.close();
  await expect(bring(baseUrl)).rejects.toMatchObject({
    code: 'prebuilt_unavailable',
    message: expect.stringContaining('cannot be reached (ECONNREFUSED)'),
  });
});

test.each([
  [404, 'has none for this system'],
  [503, 'answered 503'],
])('a %i says so', async (status, words) => {
  const baseUrl = await serve((_request, response) => response.writeHead(status).end());
  await expect(bring(baseUrl)).rejects.toMatchObject({
    code: 'prebuilt_unavailable',
    message: expect.stringContaining(words),
  });
});

test('an answer that is no archive is not unpacked', async () => {
  const baseUrl = await serve((_request, response) => response.end('<html>sign in</html>'));
  await expect(bring(baseUrl)).rejects.toMatchObject({ code: 'prebuilt_unavailable' });
});

test('an interruption is not taken for an unreachable host', async () => {
  const abort = new AbortController();
  const baseUrl = await serve(() => abort.abort(new Error('stopped')));
  await expect(bring(baseUrl, {}, abort.signal)).rejects.toThrow('stopped');
});
