import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open({ ALLOWED_ORIGINS: 'https://friend.example' });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.dismiss();
  expect((await server.fetch('/healthz')).status).toBe(200);
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

interface Knock {
  path?: string;
  method?: string;
  headers?: Record<string, string | undefined>;
}

/** Asks for a WebSocket and answers with the status; 101 where it is let in, and the subprotocol. */
async function knock({ path = '/signal', method = 'GET', headers = {} }: Knock = {}) {
  const all = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': 'earshot.v1.json',
    origin: `http://127.0.0.1:${server.port}`,
    ...headers,
  };
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const asking = request({ host: '127.0.0.1', port: server.port, path, method, headers: present });
  asking.end();
  const response = await new Promise<{
    statusCode?: number;
    headers: NodeJS.Dict<string | string[]>;
    socket: Socket;
  }>((resolve, reject) => {
    asking.once('response', resolve);
    asking.once('upgrade', resolve);
    asking.once('error', reject);
  });
  response.socket.destroy();
  return { status: response.statusCode, subprotocol: response.headers['sec-websocket-protocol'] };
}

test.each([
  ['at our own origin', 101, {}],
  ['at a friendly origin', 101, { headers: { origin: 'https://friend.example' } }],
  ['with a query', 101, { path: '/signal?from=here' }],
  ['without an origin', 403, { headers: { origin: undefined } }],
  ['at a foreign origin', 403, { headers: { origin: 'https://evil.example' } }],
  ['at our host on another port', 403, { headers: { origin: 'http://127.0.0.1:1' } }],
  ['in a sandbox', 403, { headers: { origin: 'null' } }],
  ['somewhere else', 404, { path: '/' }],
  ['below the path', 404, { path: '/signal/more' }],
  ['beside the path', 404, { path: '/signals' }],
  ['in other letters', 404, { path: '/Signal' }],
  ['without a subprotocol', 400, { headers: { 'sec-websocket-protocol': undefined } }],
  ['with an unknown subprotocol', 400, { headers: { 'sec-websocket-protocol': 'earshot.v9.json, chat' } }],
  [
    'with one subprotocol twice',
    400,
    { headers: { 'sec-websocket-protocol': 'earshot.v1.json, earshot.v1.json' } },
  ],
  ['with a broken subprotocol header', 400, { headers: { 'sec-websocket-protocol': 'earshot.v1.json,,' } }],
  ['with a broken key', 400, { headers: { 'sec-websocket-key': 'short' } }],
  ['with an unknown version', 400, { headers: { 'sec-websocket-version': '7' } }],
  ['with POST', 405, { method: 'POST' }],
] as [string, number, Knock][])('a WebSocket %s: %i', async (_how, status, how) => {
  expect((await knock(how)).status).toBe(status);
});

test('the first subprotocol that is known here is taken', async () => {
  const offered = 'chat, earshot.v1.json, earshot.v1.msgpack';
  expect(await knock({ headers: { 'sec-websocket-protocol': offered } })).toEqual({
    status: 101,
    subprotocol: 'earshot.v1.json',
  });
});

test('compression is never agreed on', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/signal`, 'earshot.v1.json', {
    origin: `http://127.0.0.1:${server.port}`,
    perMessageDeflate: true,
  });
  await once(socket, 'open');
  expect(socket.extensions).toBe('');
  socket.close();
  await once(socket, 'close');
});

test.each([
  '//',
  '///',
  '//[',
  'http://[',
  'http://[::1',
  '/%',
  '/%ff%fe',
  '*',
  'http://evil.example/signal',
  '/\\..',
  'a:b',
])('a WebSocket at the address %s is refused, and nothing breaks', async (path) => {
  const { answer } = await tell(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Protocol: earshot.v1.json\r\n\r\n',
  );
  expect(await answer).toMatch(/^HTTP\/1\.1 40[04] /);
});

test.each([
  ['bytes without meaning', '\0\x01\x02\xff\xfe\r\n\r\n'],
  ['another protocol', 'SSH-2.0-OpenSSH_9.2p1\r\n\r\n'],
  ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['two lengths', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
  ['endless headers', `GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(20_000)}\r\n`],
  ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'],
])('%s: the connection is closed', async (_what, bytes) => {
  const { answer } = await tell(bytes);
  expect(await answer).toMatch(/^(HTTP\/1\.1 4|$)/);
});

test('who is refused and does not hang up is hung up on', async () => {
  const { socket, answer } = await tell(
    'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    {
      allowHalfOpen: true,
    },
  );
  expect(await answer).toMatch(/^HTTP\/1\.1 404 /);
  const cut = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => {});
  const insist = setInterval(() => socket.write('hello?'), 5);
  await cut;
  clearInterval(insist);
});

test('sockets that die before, while and after they are refused or let in', async () => {
  const upgrade = (path: string) =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n' +
    'Sec-WebSocket-Protocol: earshot.v1.json\r\n\r\n';
  const lives = Array.from({ length: 60 }, async (_, index) => {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    const text = upgrade(index % 2 === 0 ? '/signal' : '/nowhere');
    socket.write(index % 3 === 0 ? text.slice(0, 40) : text);
    if (index % 5 === 0 && index % 3 !== 0) await once(socket, 'data').catch(() => {});
    socket.resetAndDestroy();
    await once(socket, 'close');
  });
  await Promise.all(lives);
  await server.counted({ sessions: 0 });
});

test('another upgrade than to WebSocket is not taken up, and the page is served', async () => {
  const { answer } = await tell(
    'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n',
  );
  expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
});

test('above the number of connections the server can carry, more are turned away', async () => {
  await server.connect();
  jest.replaceProperty(limits, 'connections', 1 as never);
  expect((await knock()).status).toBe(503);
});

test('a connection that sends no request, or half of one, is closed in time', async () => {
  jest.replaceProperty(limits, 'joinWithinMs', 300 as never);
  const impatient = await TestServer.open();
  const beganAtMs = performance.now();
  const ends = ['', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '].map(async (bytes) => {
    const socket = connect(impatient.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.resume();
    socket.write(bytes);
    await once(socket, 'close');
  });
  await Promise.all(ends);
  // Node's own patience is a minute.
  expect(performance.now() - beganAtMs).toBeLessThan(15_000);
  await impatient.close();
});

/** Sends bytes over TCP; `answer` is all that comes back until the server closes. */
async function tell(bytes: string, options: { allowHalfOpen?: boolean } = {}) {
  const socket = connect({ host: '127.0.0.1', port: server.port, ...options });
  await once(socket, 'connect');
  const answer = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.once('end', () => resolve(text));
    socket.once('error', () => resolve(text));
  });
  socket.write(Buffer.from(bytes, 'latin1'));
  return { socket, answer };
}
