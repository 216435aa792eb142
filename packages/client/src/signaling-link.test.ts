import { ManualClock } from '@earshot/lifetime';
import { jsonCodec, limits, msgpackCodec, RpcError } from '@earshot/protocol';
import { afterEach, expect, test } from '@jest/globals';
import type { LinkEnd } from './link-end.ts';
import { nodeEngine } from './node/node-engine.ts';
import type { Notification } from './notification.ts';
import { signalingUrl } from './server-address.ts';
import { SignalingLink } from './signaling-link.ts';
import { StandInServer } from './testing/stand-in-server.ts';

const engine = nodeEngine();
let server: StandInServer | undefined;
afterEach(() => server?.close());

function open(url: string, clock = new ManualClock(), codec = msgpackCodec) {
  const link = new SignalingLink({ engine, url: signalingUrl(url), codec, clock });
  const ended = new Promise<LinkEnd>((resolve) => link.events.on('end', resolve));
  return { link, ended, clock };
}

test.each([msgpackCodec, jsonCodec])(
  'asks and is asked over $subprotocol, from its own origin',
  async (codec) => {
    server = await StandInServer.open();
    const { link } = open(server.url, new ManualClock(), codec);
    await link.opened;
    expect(await link.request('ping', {})).toEqual({});
    await expect(link.request('leave', {})).rejects.toMatchObject({ error: 'wrong_state' });
    const { peer, request } = await server.visitor();
    expect(await peer.request('ping', {})).toEqual({});
    expect(request.url).toBe('/signal');
    expect(request.headers.origin).toBe(server.url);
    link.close('left');
  },
);

test('holds notifications back until somebody listens, in their order', async () => {
  server = await StandInServer.open();
  const { link } = open(server.url);
  await link.opened;
  const { peer } = await server.visitor();
  peer.notify('memberLeft', { memberId: 'a', reason: 'left' });
  peer.notify('levels', { levels: [1, 20] });
  await link.request('ping', {});
  const heard: Notification['method'][] = [];
  link.listen(({ method }) => heard.push(method));
  expect(heard).toEqual(['memberLeft', 'levels']);
  peer.notify('consumerRemoved', { consumerId: 'c' });
  await link.request('ping', {});
  expect(heard.at(-1)).toBe('consumerRemoved');
  link.close('left');
});

test('passes over notifications that it does not know or cannot read', async () => {
  server = await StandInServer.open();
  const { link } = open(server.url);
  const heard: Notification[] = [];
  link.listen((notification) => heard.push(notification));
  await link.opened;
  const { peer } = await server.visitor();
  peer.notify('somethingNew', { a: 1 });
  peer.notify('memberLeft', { memberId: 7 });
  expect(await link.request('ping', {})).toEqual({});
  expect(heard).toEqual([]);
  link.close('left');
});

test('gives up a server that says nothing for too long, and leaves no timer', async () => {
  server = await StandInServer.open();
  const { link, ended, clock } = open(server.url);
  await link.opened;
  clock.advance(limits.heartbeatTimeoutMs);
  expect(link.end).toBeUndefined();
  clock.advance(limits.heartbeatTimeoutMs);
  expect(await ended).toMatchObject({ name: 'heartbeat_timeout', code: 4409 });
  expect(clock.pendingTimers).toBe(0);
  const { closed } = await server.visitor();
  expect(await closed).toEqual([4409, 'heartbeat_timeout']);
});

test('every frame of the server is a sign of life', async () => {
  server = await StandInServer.open();
  const { link, clock } = open(server.url);
  await link.opened;
  for (let round = 0; round < 5; round += 1) {
    clock.advance(limits.heartbeatTimeoutMs - 1_000);
    await link.request('ping', {});
  }
  expect(link.end).toBeUndefined();
  link.close('left');
});

test('when the server ends it, whatever waits fails with the reason', async () => {
  server = await StandInServer.open({ join: () => new Promise(() => {}) });
  const { link, ended, clock } = open(server.url);
  await link.opened;
  const join = link.request('join', {
    room: 'lobby',
    name: 'Ada',
    rtpCapabilities: { codecs: [], headerExtensions: [] },
  });
  const { socket } = await server.visitor();
  socket.close(1001, 'server_stopping');
  await expect(join).rejects.toMatchObject({ error: 'server_stopping', retryable: true });
  expect(await ended).toEqual({ code: 1001, name: 'server_stopping', detail: 'server_stopping' });
  expect(clock.pendingTimers).toBe(0);
  await expect(link.request('ping', {})).rejects.toBeInstanceOf(RpcError);
});

test('does not wait for ever for a connection, and says when there is none', async () => {
  server = await StandInServer.open();
  const { url } = server;
  await server.close();
  const refused = open(url);
  await expect(refused.link.opened).rejects.toMatchObject({ error: 'connection_lost' });
  expect((await refused.ended).detail).toContain('ECONNREFUSED');
  const slow = open(url);
  slow.clock.advance(limits.requestTimeoutMs);
  await expect(slow.link.opened).rejects.toMatchObject({ error: 'timeout' });
  slow.link.close('left');
});
