import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fixtureFiles } from '../testing/fixture-pages.ts';
import { ask as askAt } from '../testing/raw-http.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.close();
});

const ask = (path: string, options: Parameters<typeof askAt>[2] = {}) => askAt(server.port, path, options);
const policy = async (path: string) => String((await ask(path)).headers['content-security-policy']);

const pages = [
  ['/', 200, 'index.html'],
  ['/index.html', 200, 'index.html'],
  ['/?from=mail', 200, 'index.html'],
  ['/r/kitchen', 200, 'r.html'],
  ['/r/kitchen/', 200, 'r.html'],
  ['/r/%E4%BD%A0%E5%A5%BD', 200, 'r.html'],
  ['/r/na%C3%AFve%F0%9F%A6%BB', 200, 'r.html'],
  ['/r/a%2Fb', 200, 'r.html'],
  ['/r/%00', 200, 'r.html'],
  ['/r/<script>', 200, 'r.html'],
  ['/link', 200, 'link.html'],
  ['/operator', 200, 'operator.html'],
  ['/r.html', 200, 'r.html'],
  ['/r', 404, '404.html'],
  ['/r/', 404, '404.html'],
  ['/r/a/b', 404, '404.html'],
  ['/nowhere', 404, '404.html'],
  ['/signal', 404, '404.html'],
  ['/r/%', 404, '404.html'],
  ['/%ff%fe', 404, '404.html'],
  ['/404.html', 200, '404.html'],
] as const;

test.each(pages)(
  '%s is %i with %s, and its policy has the hash of each of its inline scripts',
  async (path, status, file) => {
    const { status: is, headers, body } = await ask(path);
    expect([is, headers['content-type'], headers['cache-control']]).toEqual([
      status,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(body.toString()).toBe(fixtureFiles[file]);
    const scripts = [...body.toString().matchAll(/<script(?: id="data")?>([^<]+)<\/script>/g)];
    const hashes = scripts.map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    expect(hashes.length).toBe(2);
    expect(headers['content-security-policy']).toContain(
      `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')};`,
    );
  },
);

test.each([
  ['br', 'br', (body: Buffer) => brotliDecompressSync(body)],
  ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
  ['gzip, deflate, br, zstd', 'br', (body: Buffer) => brotliDecompressSync(body)],
  ['br;q=0, gzip;q=0.5', 'gzip', (body: Buffer) => gunzipSync(body)],
  ['identity', undefined, (body: Buffer) => body],
  ['nonsense', undefined, (body: Buffer) => body],
])('who accepts %s gets it as %s, from every page and script', async (accepts, encoding, unpack) => {
  for (const [path, file] of [
    ['/', 'index.html'],
    ['/r/kitchen', 'r.html'],
    ['/nowhere', '404.html'],
    ['/_next/static/chunks/app.js', '_next/static/chunks/app.js'],
  ] as const) {
    const { headers, body } = await ask(path, { headers: { 'accept-encoding': accepts } });
    expect([path, headers['content-encoding'], headers.vary]).toEqual([path, encoding, 'accept-encoding']);
    expect(unpack(body).toString()).toBe(fixtureFiles[file]);
    const plain = await policy(path);
    expect(headers['content-security-policy']).toBe(plain);
    expect(headers['content-type']).toMatch(
      file.endsWith('html') ? /^text\/html/ : /^application\/javascript/,
    );
  }
});

test('files whose name changes with their content are kept for good, others are asked for again', async () => {
  const chunk = await ask('/_next/static/chunks/app.js');
  expect(chunk.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await ask('/icon.svg')).headers['cache-control']).toBe('no-cache');
  const { headers } = await ask('/');
  const again = await ask('/', { headers: { 'if-none-match': String(headers.etag) } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect(again.headers['content-security-policy']).toBe(headers['content-security-policy']);
});

test.each([
  ['as it was', {}],
  ['if it has changed', { 'if-modified-since': new Date().toUTCString() }],
  ['in part', { range: 'bytes=0-9' }],
])('a page that is missing comes whole, also to those who ask for it %s', async (_how, headers) => {
  const { status, body } = await ask('/nowhere', { headers });
  expect([status, body.toString()]).toEqual([404, fixtureFiles['404.html']]);
});

test('a page that is missing leaves nothing to compare it with later', async () => {
  const { etag } = (await ask('/404.html')).headers;
  const { status, headers, body } = await ask('/nowhere', { headers: { 'if-none-match': String(etag) } });
  expect([status, headers.etag, headers['last-modified']]).toEqual([404, undefined, undefined]);
  expect(body.toString()).toBe(fixtureFiles['404.html']);
});

test.each(['GET', 'HEAD'])('%s of a part of a file is that part', async (method) => {
  const part = await ask('/icon.svg', { method, headers: { range: 'bytes=1-3' } });
  expect([part.status, part.body.toString()]).toEqual([206, method === 'GET' ? 'svg' : '']);
});

test.each(['/', '/r/kitchen', '/nowhere', '/_next/static/chunks/app.js', '/healthz', '/metrics'])(
  'HEAD %s is GET without a body',
  async (path) => {
    const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })]);
    expect([head.status, head.body.length]).toEqual([get.status, 0]);
    const lasting = ({ date, 'content-length': length, ...headers }: typeof get.headers) => headers;
    expect(lasting(head.headers)).toEqual(lasting(get.headers));
  },
);

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  '%s is for nothing here',
  async (method) => {
    for (const path of ['/', '/r/kitchen', '/healthz', '/_next/static/chunks/app.js']) {
      const { status, headers } = await ask(path, { method });
      expect([path, status]).toEqual([path, 404]);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  },
);

const climbs = [
  '/../secret.txt',
  '/../../secret.txt',
  '/..%2fsecret.txt',
  '/..%2Fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%252e%252e%252fsecret.txt',
  '/.%2e/secret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/..%c0%afsecret.txt',
  '/..%00/secret.txt',
  '/_next/../../secret.txt',
  '/_next/static/..%2f..%2f..%2fsecret.txt',
  '/_next/static/chunks/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.txt',
  '/r/../../secret.txt',
  '/r/..%2f..%2fsecret.txt',
  '//secret.txt',
  '///../secret.txt',
  '/./../secret.txt',
  '/.../secret.txt',
  '/icon.svg/../../secret.txt',
  '/index.html%00.txt',
  '/etc/passwd',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  'http://127.0.0.1/../secret.txt',
  'file:///etc/passwd',
  '/file:///etc/passwd',
  `/${'../'.repeat(9)}etc/passwd`,
  `/${'%2e%2e/'.repeat(9)}etc/passwd`,
];

test.each(climbs)('%s leads nowhere outside', async (path) => {
  const { status, headers, body } = await ask(path);
  expect([200, 400, 403, 404]).toContain(status);
  const text = body.toString();
  expect(text).not.toMatch(/top secret|root:/);
  if (status === 200) expect(Object.values(fixtureFiles)).toContain(text);
  expect(headers['content-security-policy']).toBeDefined();
});

test('a long name leads to a room, a very long one to nothing, and one longer than any header is refused', async () => {
  expect((await ask(`/r/${'x'.repeat(1_024)}`)).status).toBe(200);
  expect((await ask(`/r/${'x'.repeat(1_025)}`)).status).toBe(404);
  expect((await ask(`/r/${'x'.repeat(20_000)}`)).status).toBe(431);
});

test('bodies that nobody asked for are refused in words', async () => {
  const json = { 'content-type': 'application/json' };
  expect((await ask('/', { method: 'POST', headers: json, body: '{' })).status).toBe(400);
  expect((await ask('/', { method: 'POST', headers: json, body: `"${'x'.repeat(100_000)}"` })).status).toBe(
    413,
  );
});

test('pages that are taken away while it runs are missed, and nothing else is', async () => {
  const other = await TestServer.open();
  for (const name of ['r.html', '404.html']) {
    for (const ending of ['', '.br', '.gz']) rmSync(join(other.webRoot, name + ending));
  }
  expect((await askAt(other.port, '/r/kitchen')).status).toBe(404);
  expect((await askAt(other.port, '/nowhere')).status).toBe(404);
  expect((await askAt(other.port, '/')).status).toBe(200);
  await other.close();
});
