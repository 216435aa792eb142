import type { Room } from '@earshot/client';
import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { FakeMicrophone } from '../devices/testing/fake-microphone.ts';
import { denied, FakeRoom, setUp } from './testing/visit-world.ts';
import { Visit } from './visit.ts';

test.each([
  ['live', 'live'],
  ['muted', 'muted'],
  ['listening', 'off'],
] as const)('going in %s', async (entrance, microphone) => {
  const { visit, rooms, desk, enter } = setUp();
  await enter(entrance);
  expect(visit.state.at).toBe('inside');
  expect(rooms[0]?.snapshot.self.microphone).toBe(microphone);
  expect(desk.state.at).toBe(microphone === 'off' ? 'closed' : 'open');
});

test('only listening lets go of a microphone that was tried in the lobby', async () => {
  const { desk, enter } = setUp();
  const microphone = (await desk.open()) as unknown as FakeMicrophone;
  await enter('listening');
  expect(microphone.closed).toBe(true);
});

test('a refused microphone keeps one in the lobby, and listening still works', async () => {
  const { visit, joins, enter } = setUp({ open: denied });
  await enter('live');
  expect(visit.state).toMatchObject({ at: 'lobby', entry: { at: 'speechless' } });
  expect(joins).toHaveLength(0);
  await enter('listening');
  expect(visit.state.at).toBe('inside');
});

test('cancelling while the browser asks closes the microphone that comes later', async () => {
  const asked = Promise.withResolvers<FakeMicrophone>();
  const { visit, joins, enter } = setUp({ open: () => asked.promise });
  const entering = enter('live');
  visit.cancel();
  const late = new FakeMicrophone();
  asked.resolve(late);
  await entering;
  expect(late.closed).toBe(true);
  expect(joins).toHaveLength(0);
  expect(visit.state).toMatchObject({ at: 'lobby', entry: { at: 'idle' } });
});

test('joining again while the browser still asks takes what it grants', async () => {
  const asked = Promise.withResolvers<void>();
  const { visit, rooms, enter } = setUp({ open: () => asked.promise.then(() => new FakeMicrophone()) });
  const first = enter('live');
  visit.cancel();
  const second = enter('live');
  asked.resolve();
  await Promise.all([first, second]);
  expect(rooms).toHaveLength(1);
  expect(visit.state.at).toBe('inside');
});

test('cancelling while joining aborts, and a room that comes all the same is left', async () => {
  const joined = Promise.withResolvers<Room>();
  let signal: AbortSignal | undefined;
  const visit = new Visit({
    desk: setUp().desk,
    join: (options) => {
      signal = options.signal;
      return joined.promise;
    },
  });
  const entering = visit.enter({ room: 'r', name: 'Ana', entrance: 'listening' });
  await Promise.resolve();
  visit.cancel();
  expect(signal?.aborted).toBe(true);
  const late = new FakeRoom({});
  joined.resolve(late as unknown as Room);
  await entering;
  expect(late.snapshot.status.at).toBe('ended');
  expect(visit.state).toMatchObject({ at: 'lobby', entry: { at: 'idle' } });
});

test('why joining failed is kept', async () => {
  const visit = new Visit({ desk: setUp().desk, join: () => Promise.reject(new RpcError('room_full')) });
  await visit.enter({ room: 'r', name: 'Ana', entrance: 'listening' });
  expect(visit.state).toMatchObject({ at: 'lobby', entry: { at: 'refused', problem: 'room_full' } });
});

test('leaving turns the microphone off, and rejoining comes back as one was', async () => {
  const { visit, rooms, joins, desk, enter } = setUp();
  await enter('live');
  await visit.switchMicrophone('muted');
  visit.leave();
  expect(visit.state).toMatchObject({ at: 'ended', end: { reason: 'left' }, was: 'muted' });
  expect(desk.state.at).toBe('closed');
  await visit.reenter('r', 'muted');
  expect(rooms).toHaveLength(2);
  expect(joins[1]).toMatchObject({ name: 'Ana', muted: true });
});

test.each(['live', 'muted', 'listening'] as const)(
  'who loses the connection %s comes back so',
  async (was) => {
    const { visit, desk, rooms, joins, enter } = setUp();
    await enter(was);
    const microphone = desk.state;
    rooms[0]?.end('connection_lost');
    expect(visit.state).toMatchObject({ at: 'returning', end: { reason: 'connection_lost' }, was });
    visit.checkConnection();
    await until(() => visit.state.at === 'inside');
    expect(joins[1]).toMatchObject({ room: 'r', name: 'Ana', returning: 'way-back' });
    expect(rooms[1]?.snapshot.self.microphone).toBe(was === 'listening' ? 'off' : was);
    expect(desk.state).toBe(microphone);
  },
);

test('an end that is no loss turns the microphone off', async () => {
  const { visit, desk, rooms, enter } = setUp();
  await enter('live');
  rooms[0]?.end('failed');
  expect(visit.state).toMatchObject({ at: 'ended', end: { reason: 'failed' }, was: 'live' });
  expect(desk.state.at).toBe('closed');
});

test('who leaves while coming back is gone, and the microphone is off', async () => {
  const { visit, desk, rooms, joins, enter } = setUp();
  await enter('live');
  rooms[0]?.end('connection_lost');
  visit.leave();
  expect(visit.state).toMatchObject({ at: 'ended', end: { reason: 'left' } });
  expect(desk.state.at).toBe('closed');
  expect(joins).toHaveLength(1);
});

test('whoever hangs up stays away, though the link breaks while something is still told', async () => {
  const { visit, desk, rooms, joins, enter } = setUp();
  await enter('live');
  visit.onLeaving(() => new Promise(() => {}));
  visit.leave();
  visit.hold();
  await Promise.all([visit.toggleMute(), visit.retryMicrophone()]);
  expect([rooms[0]?.changes, desk.state.at]).toEqual([[], 'closed']);
  rooms[0]?.end('connection_lost');
  await new Promise(setImmediate);
  expect(visit.state).toMatchObject({ at: 'ended', end: { reason: 'left' } });
  expect([joins.length, desk.state.at]).toEqual([1, 'closed']);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}
