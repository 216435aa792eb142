import { connect } from 'node:net';
import { Emitter, ManualClock } from '@earshot/lifetime';
import { fit, limits, RoomsChange, RoomsVersion } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { EventReader } from '../testing/event-reader.ts';
import { ask } from '../testing/raw-http.ts';
import { TestServer } from '../testing/test-server.ts';
import { LiveRooms } from './live-rooms.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.dismiss();
  await server.counted({ watchers: 0, rooms: 0, listed_rooms: 0 });
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

const change = (data: unknown) => fit(RoomsChange, data, 'invalid_params');

test('a watcher is told which rooms come, what happens there and which go', async () => {
  using watcher = await EventReader.open(server.port);
  expect([watcher.status, watcher.headers['content-type'], watcher.headers['cache-control']]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
    'no-store',
  ]);
  expect(watcher.headers['content-security-policy']).toContain("default-src 'none'");
  const hello = await watcher.event(({ name }) => name === 'hello');
  expect(fit(RoomsVersion, hello.data, 'invalid_params').version).toBe(hello.id);
  expect(watcher.retryMs).toBeGreaterThanOrEqual(2_000);

  const [{ client: first }] = await Promise.all([server.member('den'), server.member('den')]);
  const came = await watcher.event(({ name, data }) => name === 'change' && change(data).rooms.length > 0);
  expect(change(came.data)).toMatchObject({ total: 1, rooms: [{ name: 'den', people: 2 }] });
  await server.member('den');
  await watcher.event(({ data }) => (data as RoomsChange).pulses?.[0]?.people === 3);
  await first.request('leave', {});
  await server.dismiss();
  const went = await watcher.event(({ data }) => (data as RoomsChange).gone?.includes('den'));
  expect(change(went.data).total).toBe(0);
  const ids = watcher.events.slice(1).map(({ id }) => id);
  expect(ids).toEqual(ids.map((_, index) => hello.id + 1 + index));
});

test('who comes back is told what they missed, and who was away too long to begin anew', async () => {
  const { id: before } = await (async () => {
    using early = await EventReader.open(server.port);
    return await early.event(({ name }) => name === 'hello');
  })();
  using witness = await EventReader.open(server.port);
  await Promise.all([server.member('den'), server.member('den')]);
  const came = await witness.event(({ name }) => name === 'change');
  for (const how of [{ after: before }, { headers: { 'last-event-id': String(before) }, after: 1 }]) {
    using back = await EventReader.open(server.port, how);
    const missed = await back.event(({ name }) => name === 'change');
    expect([back.events[0]?.name, back.events[0]?.id, missed]).toEqual(['hello', before, came]);
  }
  for (const after of [1, before + 1_000_000]) {
    using back = await EventReader.open(server.port, { after });
    const reset = await back.event(({ name }) => name === 'reset');
    expect(reset.id).toBeGreaterThan(before);
  }
});

test('so many watchers of one address and so many at all; a place that is left is free', async () => {
  jest.replaceProperty(limits, 'directoryWatchersPerAddress', 2 as never);
  jest.replaceProperty(limits, 'directoryWatchers', 3 as never);
  const open = (from: string) => EventReader.open(server.port, { from });
  const first = await open('127.0.0.1');
  using _second = await open('127.0.0.1');
  using third = await open('127.0.0.1');
  expect([third.status, third.headers['retry-after']]).toEqual([429, '20']);
  using other = await open('127.0.0.2');
  expect(other.status).toBe(200);
  using late = await open('127.0.0.3');
  expect(late.status).toBe(503);
  first[Symbol.dispose]();
  await server.counted({ watchers: 2 });
  using again = await open('127.0.0.1');
  expect(again.status).toBe(200);
});

test('nobody begins to watch by asking for the head alone', async () => {
  expect((await ask(server.port, '/api/rooms/live', { method: 'HEAD' })).status).toBe(404);
});

test('a watcher that does not read is closed, and the others hear everything', async () => {
  jest.replaceProperty(limits, 'directoryWatcherQueueBytes', 4_096 as never);
  const { live, tell } = standing();
  const [slow, reading] = [live.watch('slow', undefined), live.watch('reading', undefined)];
  let read = '';
  reading.stream.setEncoding('utf8').on('data', (text: string) => {
    read += text;
  });
  for (let number = 0; number < 200 && !slow.stream.destroyed; number += 1) {
    tell(`room-${number}`);
    await new Promise(setImmediate);
  }
  expect(slow.stream.destroyed).toBe(true);
  await new Promise(setImmediate);
  expect([live.watchers, reading.stream.destroyed]).toEqual([1, false]);
  expect(read).toContain('room-1"');
  await live.close();
});

test('many watchers are written to in turns, each hears all in order, and late ones nothing twice', async () => {
  const { clock, live, tell } = standing();
  const heard = new Map<number, string>();
  const watch = (number: number) =>
    live
      .watch(`network-${number}`, undefined)
      .stream.setEncoding('utf8')
      .on('data', (text: string) => {
        heard.set(number, (heard.get(number) ?? '') + text);
      });
  for (let number = 0; number < 130; number += 1) watch(number);
  tell('one');
  tell('two');
  watch(130);
  tell('three');
  clock.advance(0);
  await new Promise(setImmediate);
  const rooms = (number: number) => (heard.get(number) ?? '').match(/"gone":\["\w+"\]/g)?.join(' ');
  for (const number of [0, 60, 129]) expect(rooms(number)).toMatch(/one.*two.*three/);
  expect(rooms(130)).toBe('"gone":["three"]');
  clock.advance(limits.directoryHeartbeatMs);
  await new Promise(setImmediate);
  expect(heard.get(130)).toMatch(/\n: \n\n$/);
  await live.close();
  expect(clock.pendingTimers).toBe(0);
});

test('a server that stops lets its watchers go, at once', async () => {
  const stopping = await TestServer.open();
  using watcher = await EventReader.open(stopping.port);
  // Somebody who never reads is no reason to stay.
  const mute = connect(stopping.port, '127.0.0.1');
  mute.on('error', () => {});
  mute.pause().write('GET /api/rooms/live HTTP/1.1\r\nHost: x\r\n\r\n');
  await stopping.counted({ watchers: 2 });
  await stopping.close();
  mute.destroy();
  expect(watcher.ended).toBe(true);
});

/** A feed whose changes a test makes up. */
function standing() {
  const clock = new ManualClock();
  const events = new Emitter<{ told: [{ version: number; change: RoomsChange }] }>();
  const changes = { version: 0, since: () => [], events };
  const live = new LiveRooms({ changes, clock, random: () => 0.5 });
  const tell = (gone: string) => {
    const version = ++changes.version;
    events.emit('told', { version, change: { version, total: 0, rooms: [], pulses: [], gone: [gone] } });
    clock.advance(0);
  };
  return { clock, live, tell };
}
