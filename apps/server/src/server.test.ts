import { once } from 'node:events';
import { createServer } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { closeCodes } from '@earshot/protocol';
import { afterEach, expect, test } from '@jest/globals';
import type { types as mediasoup } from 'mediasoup';
import { canReceiveAll, microphone } from './testing/fake-microphone.ts';
import { SignalingClient } from './testing/signaling-client.ts';
import { TestServer } from './testing/test-server.ts';
import { until } from './testing/until.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function open(environment: Record<string, string> = {}) {
  const server = await TestServer.open(environment);
  servers.push(server);
  return server;
}

const ending = (name: keyof typeof closeCodes) => ({ code: closeCodes[name].code, reason: name });
const lives = ({ pid }: mediasoup.Worker) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('closing tells everyone that the server stops, and nothing else', async () => {
  const server = await open();
  const { client: ann } = await server.member('room');
  const { client: bob } = await server.member('room');
  await bob.request('produce', microphone());
  const waiting = await server.connect();
  const joining = await server.connect();
  joining.sendValue({
    jsonrpc: '2.0',
    id: 1,
    method: 'join',
    params: { room: 'x', name: 'x', rtpCapabilities: canReceiveAll },
  });
  await ann.next('consumerAdded');
  await server.close();
  for (const client of [ann, bob, waiting, joining])
    expect(await client.closed).toEqual(ending('server_stopping'));
  expect(ann.history).not.toContain('memberLeft');
  expect(server.errors).toEqual([]);
  expect(server.workers.map(lives)).toEqual([false]);
});

test('while it stops it is alive, but not ready, and lets nobody in', async () => {
  const server = await open();
  const { client } = await server.member('room');
  // A client that does not read holds the end up.
  client.socket.pause();
  const closed = server.server.close();
  expect(await (await server.fetch('/readyz')).json()).toEqual({ status: 'unready', reason: 'stopping' });
  expect((await server.fetch('/readyz')).status).toBe(503);
  expect((await server.fetch('/healthz')).status).toBe(200);
  await expect(SignalingClient.connect(server.port)).rejects.toThrow('503');
  await closed;
  await expect(server.fetch('/healthz')).rejects.toThrow();
});

test('closing twice is closing once, and the port is free then', async () => {
  const server = await open();
  const [first, second] = [server.server.close(), server.server.close()];
  expect(first).toBe(second);
  await first;
  await open({ PORT: String(server.port) });
});

test('its address reaches it', async () => {
  const { server, port } = await open();
  expect(server.url).toBe(`http://127.0.0.1:${port}`);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

test('listens on localhost by name, at each of its addresses', async () => {
  const server = await open({ HOST: 'localhost' });
  expect((await fetch(`http://localhost:${server.port}/healthz`)).status).toBe(200);
  expect((await server.member('room')).self.seat).toBe(0);
});

test('a port that is taken fails, and leaves nothing running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  await expect(open({ PORT: String(port) })).rejects.toThrow('Something else listens on port');
  other.close();
});

test('without pages it does not start, and says what to do', async () => {
  await expect(open({ WEB_ROOT: '/nowhere' })).rejects.toThrow('There are no built pages in /nowhere: run');
});

async function workerOfTheOnlyRoom({ workers }: TestServer): Promise<mediasoup.Worker> {
  const living = workers.filter(({ closed }) => !closed);
  const dumps = await Promise.all(living.map(async (worker) => ({ worker, dump: await worker.dump() })));
  const found = dumps.find(({ dump }) => dump.routerIds.length === 1);
  if (!found) throw new Error('no worker has exactly one room');
  return found.worker;
}

test('a worker that dies ends its rooms only, and is replaced', async () => {
  const server = await open({ WORKERS: '2' });
  const { client: ann } = await server.member('falls');
  const { client: bob } = await server.member('falls');
  const victim = await workerOfTheOnlyRoom(server);
  const { client: cid } = await server.member('stands');
  const { client: dan } = await server.member('stands');
  await cid.next('memberJoined');
  process.kill(victim.pid, 'SIGKILL');
  expect(await ann.closed).toEqual(ending('media_lost'));
  expect(await bob.closed).toEqual(ending('media_lost'));
  await cid.request('produce', microphone());
  await dan.next('consumerAdded');
  await dan.next('memberChanged');
  expect(dan.untaken).toEqual([]);
  const again = await server.member('falls');
  expect(again.self.seat).toBe(0);
  await again.client.request('produce', microphone());
  await until(
    () => server.workers.length,
    (count) => count === 3,
  );
  expect(server.errors.map(({ msg }) => msg)).toEqual(['media worker died']);
  await server.counted({ rooms: 2, members: 3, sessions: 3, producers: 2 });
});

test('without a worker nobody gets in, until there is one again', async () => {
  const server = await open();
  const [victim] = server.workers;
  process.kill(victim?.pid ?? 0, 'SIGKILL');
  await until(
    async () => (await server.fetch('/readyz')).json(),
    (answer) => (answer as { reason?: string }).reason === 'no media worker',
  );
  const client = await server.connect();
  const ask = () => client.ask('join', { room: 'room', name: 'Ann', rtpCapabilities: canReceiveAll });
  expect(await ask()).toBe('server_full');
  await until(
    async () => (await server.fetch('/readyz')).status,
    (status) => status === 200,
  );
  expect(await ask()).toBe('ok');
});

test('joins and streams under way when a worker dies end in words, not as a fault', async () => {
  for (let turns = 0; turns < 6; turns++) {
    const server = await open({ WORKERS: '2' });
    const { client: ann } = await server.member('falls');
    const victim = await workerOfTheOnlyRoom(server);
    const newcomers = await Promise.all([1, 2, 3].map(() => server.connect()));
    const params = { room: 'falls', name: 'Bob', rtpCapabilities: canReceiveAll };
    const asked = newcomers.map((client) => client.ask('join', params));
    const producing = [1, 2].map(() => ann.ask('produce', microphone()));
    for (let count = 0; count < turns; count++) await turn();
    process.kill(victim.pid, 'SIGKILL');
    for (const answer of await Promise.all([...asked, ...producing])) {
      expect(['ok', 'connection_lost']).toContain(answer);
    }
    await ann.closed;
    const logged = () => server.errors.map(({ msg }) => msg);
    expect(await until(logged, ({ length }) => length > 0)).toEqual(['media worker died']);
    await server.close();
  }
});

test('logs neither names nor rooms nor addresses', async () => {
  const server = await open({
    TURN_URLS: 'turn:turn.example',
    TURN_SECRET: 'canary-secret',
    METRICS_TOKEN: 'canary-token',
  });
  const { client: ann } = await server.member('canary-room', { name: 'Canary Ann' });
  await ann.request('produce', microphone());
  await ann.ask('produce', { source: 'canary-source' });
  const { client: bob } = await server.member('canary-room', { name: 'Canary Bob' });
  bob.destroy();
  await ann.next('memberLeft');
  await ann.request('leave', {});
  await server.close();
  const text = JSON.stringify(server.log);
  expect(text).toContain('member joined');
  expect(text).not.toMatch(/canary|127\.0\.0\.1/i);
});
