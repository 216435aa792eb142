import { ManualClock } from '@earshot/lifetime';
import { closeCodes, limits } from '@earshot/protocol';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { canReceiveAll } from '../testing/fake-microphone.ts';
import type { SignalingClient } from '../testing/signaling-client.ts';
import { TestServer } from '../testing/test-server.ts';

let clock: ManualClock;
let server: TestServer;
beforeEach(async () => {
  clock = new ManualClock();
  server = await TestServer.open({}, { clock });
});
afterEach(async () => {
  await server.close();
  jest.restoreAllMocks();
  expect(server.errors).toEqual([]);
});

const ending = (name: keyof typeof closeCodes) => ({ code: closeCodes[name].code, reason: name });
const isOpen = async (client: SignalingClient) => (await client.ask('ping', {})) === 'ok';

test('a connection that does not join in time is closed, however much it talks', async () => {
  const silent = await server.connect();
  const talker = await server.connect();
  const { client: member } = await server.member('room');
  clock.advance(limits.joinWithinMs - 1);
  expect(await isOpen(talker)).toBe(true);
  expect(await isOpen(silent)).toBe(true);
  clock.advance(1);
  expect(await talker.closed).toEqual(ending('join_timeout'));
  expect(await silent.closed).toEqual(ending('join_timeout'));
  expect(await isOpen(member)).toBe(true);
});

test('who was refused may try again for as long as at first', async () => {
  jest.replaceProperty(limits, 'roomMembers', 1 as never);
  const { client: member } = await server.member('room');
  const late = await server.connect();
  const ask = () => late.ask('join', { room: 'room', name: 'Zoe', rtpCapabilities: canReceiveAll });
  clock.advance(limits.joinWithinMs - 1);
  expect(await ask()).toBe('room_full');
  clock.advance(limits.joinWithinMs - 1);
  expect(await ask()).toBe('room_full');
  await member.request('leave', {});
  expect(await ask()).toBe('ok');
  clock.advance(limits.joinWithinMs);
  expect(await isOpen(late)).toBe(true);
});

test('a member that answers no ping is given up exactly in time; one that answers stays', async () => {
  const { client: alive, self } = await server.member('room');
  const dead = await server.connect({ answersPings: false });
  await dead.join('room');
  await alive.next('memberJoined');
  for (let ms = 0; ms < limits.heartbeatTimeoutMs - 1_000; ms += 1_000) {
    clock.advance(1_000);
    await alive.request('ping', {});
  }
  expect(dead.history.filter((name) => name === 'ping').length).toBe(2);
  clock.advance(999);
  expect(await alive.ask('ping', {})).toBe('ok');
  clock.advance(1);
  expect(await dead.closed).toEqual(ending('heartbeat_timeout'));
  expect((await alive.next('memberChanged')).member.presence).toBe('away');
  clock.advance(limits.seatKeptMs);
  expect(await alive.next('memberLeft')).toMatchObject({ reason: 'lost' });
  expect(alive.history).toContain('ping');
  expect((await server.member('room')).joined.members.map(({ id }) => id)).toEqual([self.id]);
});

test('any frame is a sign of life, a WebSocket ping too', async () => {
  const client = await server.connect({ answersPings: false });
  await client.join('room');
  clock.advance(limits.heartbeatTimeoutMs - 1);
  client.socket.ping();
  await new Promise((resolve) => client.socket.once('pong', resolve));
  clock.advance(2_000);
  expect(await isOpen(client)).toBe(true);
});

test('after the server itself was asleep, what members sent is read before they are given up', async () => {
  const { client } = await server.member('room');
  client.socket.ping();
  clock.advance(limits.heartbeatTimeoutMs);
  expect(await isOpen(client)).toBe(true);
});

test('takes a burst, then no more than the rate, and says so with the id of the request', async () => {
  const { client } = await server.member('room');
  clock.advance(1_000);
  const accepted = async (count: number) => {
    let ok = 0;
    for (let sent = 0; sent < count; sent++) if ((await client.ask('ping', {})) === 'ok') ok += 1;
    return ok;
  };
  expect(await accepted(limits.frameBurst + 10)).toBe(limits.frameBurst);
  clock.advance(1_000);
  expect(await accepted(limits.framesPerSecond + 10)).toBe(limits.framesPerSecond);
  expect(await client.ask('ping', {})).toBe('rate_limited');
});

test('frames that cannot be understood, one by one, end in malformed', async () => {
  const { client } = await server.member('room');
  const refusals: string[] = [];
  while (refusals.at(-1) !== 'closed') {
    client.send('{');
    refusals.push(await client.nextRefusal().catch(() => 'closed'));
    clock.advance(1_000 / limits.framesPerSecond);
  }
  expect(new Set(refusals)).toEqual(new Set(['parse_error', 'closed']));
  expect(refusals.length).toBeGreaterThanOrEqual(limits.refusedFramesBeforeClose);
  expect(await client.closed).toEqual(ending('malformed'));
});

test('a mistake now and then is forgiven', async () => {
  const { client } = await server.member('room');
  for (let sent = 0; sent < limits.refusedFramesBeforeClose * 2; sent++) {
    expect(await client.ask('nothing', {})).toBe('method_not_found');
    expect(await client.ask('ping', {})).toBe('ok');
    clock.advance(100);
  }
});

test('a flood cannot hide behind the few frames that get through', async () => {
  const { client } = await server.member('room');
  const endless = 10_000;
  for (let sent = 0; sent < endless && client.socket.readyState === client.socket.OPEN; sent += 5) {
    for (let i = 0; i < 5; i++) void client.ask('ping', {});
    clock.advance(1);
    await client.ask('ping', {});
  }
  expect(await client.closed).toEqual(ending('flooded'));
});

test('control frames count too', async () => {
  const { client } = await server.member('room');
  for (let sent = 0; sent < limits.frameBurst + limits.refusedFramesBeforeClose; sent++) client.socket.pong();
  expect(await client.closed).toEqual(ending('flooded'));
});

test('answers to no question are dropped in silence, and counted', async () => {
  const { client } = await server.member('room');
  clock.advance(1_000);
  const before = client.history.length;
  client.sendValue({ jsonrpc: '2.0', id: 99, result: {} });
  client.sendValue({ jsonrpc: '2.0', id: null, error: { code: -1, message: 'no' } });
  await client.request('ping', {});
  expect(client.history.slice(before)).toEqual(['result']);
  for (let sent = 0; sent < limits.refusedFramesBeforeClose; sent++) {
    client.sendValue({ jsonrpc: '2.0', id: 99, result: {} });
    if (sent % limits.framesPerSecond === 0) {
      await client.ask('ping', {});
      clock.advance(2_000);
    }
  }
  expect(client.socket.readyState).toBe(client.socket.OPEN);
});

test('leaves no timer behind', async () => {
  const before = clock.pendingTimers;
  const { client: polite } = await server.member('room');
  const { client: rude } = await server.member('room');
  const waiting = await server.connect();
  expect(clock.pendingTimers).toBeGreaterThan(before);
  clock.advance(4_000);
  await polite.request('leave', {});
  rude.destroy();
  waiting.socket.close();
  await Promise.all([polite.closed, rude.closed, waiting.closed]);
  await server.counted({ sessions: 0 });
  clock.advance(limits.seatKeptMs);
  // The directory tells of the room's end in its next round.
  clock.advance(limits.directoryRoundMs);
  expect(clock.pendingTimers).toBe(before);
});
