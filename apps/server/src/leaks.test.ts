import { setTimeout as pause } from 'node:timers/promises';
import { limits, writeContent } from '@earshot/protocol';
import { afterEach, expect, test } from '@jest/globals';
import { CountingClock } from './testing/counting-clock.ts';
import { canReceiveAll, dtlsParameters, microphone } from './testing/fake-microphone.ts';
import { camera, screen, screenSound } from './testing/fake-picture.ts';
import type { SignalingClient } from './testing/signaling-client.ts';
import { TestServer } from './testing/test-server.ts';
import { until } from './testing/until.ts';

const visits = 200;
const atOnce = 10;
const rooms = 3;

const clock = new CountingClock();
let server: TestServer;
afterEach(() => server.close());

type Visit = (client: SignalingClient, room: string) => Promise<void>;

async function joined(client: SignalingClient, room: string, streams: number) {
  const { sendTransport, recvTransport } = await client.join(room);
  for (const { id } of [sendTransport, recvTransport]) {
    await client.request('connectTransport', { transportId: id, dtlsParameters: dtlsParameters() });
  }
  for (let i = 0; i < streams; i++) await client.request('produce', microphone());
}

/** All the ways in which somebody comes and goes. */
const ways: Visit[] = [
  async (client, room) => {
    await joined(client, room, 0);
    await client.request('leave', {});
  },
  async (client, room) => {
    await joined(client, room, 2);
    await client.request('leave', {});
  },
  async (client, room) => {
    await joined(client, room, 1);
    client.socket.close(1001);
  },
  async (client, room) => {
    await joined(client, room, 2);
    client.destroy();
  },
  async (client, room) => {
    await joined(client, room, 1);
    for (const channel of ['reliable', 'loose'] as const) {
      const sctpStreamParameters = { streamId: channel === 'loose' ? 1 : 0, ordered: channel === 'reliable' };
      void client.ask('produceData', { channel, sctpStreamParameters });
      await client.request('consumeData', { channel });
    }
    const packet = new Uint8Array([
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      ...writeContent(['game', [99_999], new Uint8Array(9)]),
    ]);
    await client.request('sendData', { packets: [packet] });
    client.destroy();
  },
  async (client, room) => {
    await joined(client, room, 1);
    void client.ask('produce', microphone());
    void client.ask('produce', microphone());
    client.destroy();
  },
  async (client, room) => {
    client.sendValue({
      jsonrpc: '2.0',
      id: 1,
      method: 'join',
      params: { room, name: 'x', rtpCapabilities: canReceiveAll },
    });
    await new Promise(setImmediate);
    client.destroy();
  },
  async (client, room) => {
    await joined(client, room, 0);
    const { producerId } = await client.request('produce', camera());
    await client.request('produce', screenSound());
    await client.request('setViews', { views: [{ producerId, layer: 1 }] });
    await client.request('leave', {});
  },
  async (client, room) => {
    const { members } = await client.join(room, { sources: ['camera', 'screen', 'screenSound'] });
    const streams = members.flatMap((member) => member.streams);
    const views = streams.slice(0, limits.views).map(({ producerId }) => ({ producerId, layer: 2 }));
    void client.ask('setViews', { views });
    void client.ask('produce', screen());
    client.destroy();
  },
  async (client) => {
    await client.ask('join', { room: 'No Link' });
    client.destroy();
  },
  async (client, room) => {
    await joined(client, room, 0);
    client.send('x'.repeat(100_000));
  },
];

const tally = (names: string[]) =>
  Object.fromEntries(
    names.toSorted().map((name) => [name, names.filter((each) => each === name).length] as const),
  );

/** Everything that could be left behind, here and in the worker. */
async function inventory() {
  const all = Object.entries(await server.counts());
  const dumps = server.workers.map(async (worker) => {
    const { routerIds, channelMessageHandlers } = await worker.dump();
    return { routers: routerIds.length, handlers: channelMessageHandlers.channelRequestHandlers.length };
  });
  const listening = server.webRtcServers.map(async (each) => {
    const { webRtcTransportIds, localIceUsernameFragments } = await each.dump();
    return [webRtcTransportIds, localIceUsernameFragments].map(({ length }) => length);
  });
  return {
    counts: Object.fromEntries(all.filter(([name]) => !name.startsWith('joins_total'))),
    workers: await Promise.all(dumps),
    webRtcServers: await Promise.all(listening),
    timers: clock.pendingTimers,
    listeners: tally(
      process.eventNames().flatMap((name) => process.listeners(name as 'exit').map(() => String(name))),
    ),
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** As it is once what joining set in motion has come to rest: the directory has had its round. */
async function settledInventory() {
  let last = await inventory();
  const lookAgain = async () => {
    await pause(limits.directoryRoundMs * 1.5);
    const before = last;
    last = await inventory();
    return same(last, before);
  };
  await until(lookAgain, (isSettled) => isSettled);
  return last;
}

/** What keeps this process alive: sockets, pipes, timers. Some of it ends on its own, a little later. */
const resources = () => tally(process.getActiveResourcesInfo());

async function expectNoMoreThan(before: Record<string, number>): Promise<void> {
  const grown = () => Object.entries(resources()).filter(([name, count]) => count > (before[name] ?? 0));
  expect(await until(grown, ({ length }) => length === 0).catch(grown)).toEqual([]);
}

test('two hundred who come and go in every way leave nothing behind', async () => {
  server = await TestServer.open({}, { clock });
  const { client: resident } = await server.member('room-0');
  await resident.request('produce', microphone());
  await resident.request('consumeData', { channel: 'reliable' });
  await server.counted({ consumers: 1, data_producers: 1 });
  const [before, kept] = [await settledInventory(), resources()];
  for (let begun = 0; begun < visits; begun += atOnce) {
    const crowd = Array.from({ length: atOnce }, async (_, index) => {
      const client = await server.connect();
      await ways[(begun + index) % ways.length]?.(client, `room-${index % rooms}`);
      await client.closed;
    });
    await Promise.all(crowd);
  }
  const after = await until(inventory, (now) => same(now, before)).catch(inventory);
  expect(after).toEqual(before);
  await expectNoMoreThan(kept);
  const { joined: seen } = await server.member('room-0');
  expect([seen.members.length, seen.consumers.length]).toEqual([1, 1]);
  expect(server.errors).toEqual([]);
});

test('a server that is opened, used and closed leaves nothing behind', async () => {
  const use = async () => {
    server = await TestServer.open({}, { clock });
    const people = await Promise.all([1, 2, 3].map(() => server.member('room')));
    await people[0]?.client.request('produce', microphone());
    await server.close();
  };
  await use();
  const [kept, signals] = [resources(), process.listenerCount('SIGTERM')];
  for (let round = 0; round < 3; round++) await use();
  await expectNoMoreThan(kept);
  expect(process.listenerCount('SIGTERM')).toBe(signals);
  expect(clock.pendingTimers).toBe(0);
});
