import type { JoinOptions, MicrophoneChange, Room, RoomSnapshot } from '@earshot/client';
import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { MicrophoneDesk } from '../devices/microphone-desk.ts';
import { FakeMicrophone } from '../devices/testing/fake-microphone.ts';
import { Visit } from './visit.ts';

/** A room that does as it is told and notes it. */
class FakeRoom {
  readonly changes: MicrophoneChange[] = [];
  refuses = false;
  readonly #listeners = new Set<() => void>();
  snapshot: RoomSnapshot;

  constructor({ microphone, muted }: Pick<JoinOptions, 'microphone' | 'muted'>) {
    const state = microphone ? (muted ? 'muted' : 'live') : 'off';
    this.snapshot = {
      status: { at: 'joined' },
      room: { name: 'r', startedAtMs: 0 },
      self: {
        id: 'self',
        seat: 0,
        name: 'Ana',
        key: '',
        presence: 'here',
        microphone: state,
        streams: [],
        joinedAtMs: 0,
      },
      members: [],
      media: 'connected',
      playback: 'playing',
    };
  }

  subscribe(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly returnToken = 'way-back';
  async checkConnection() {}

  async setMicrophone(change: MicrophoneChange) {
    this.changes.push(change);
    if (this.refuses) throw new RpcError('rate_limited');
    this.#become({ self: { ...this.snapshot.self, microphone: change.state } });
  }

  async leave() {
    this.end('left');
  }

  end(reason: 'left' | 'connection_lost' | 'failed') {
    const end = { reason, retryable: reason === 'connection_lost', detail: reason };
    this.#become({ status: { at: 'ended', end } });
  }

  #become(change: Partial<RoomSnapshot>) {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

function setUp({
  open = async (deviceId: string): Promise<FakeMicrophone> => new FakeMicrophone(deviceId || 'built-in'),
  mayUse = true,
} = {}) {
  const rooms: FakeRoom[] = [];
  const joins: Omit<JoinOptions, 'server' | 'engine'>[] = [];
  const desk = new MicrophoneDesk({
    open: async ({ deviceId }) => (await open(deviceId)).asBrowser,
    devices: { list: async () => [], onChange: () => () => {} },
    preferred: { read: () => ({ deviceId: '', label: '' }), write: () => {} },
    mayUse: async () => mayUse,
    pause: async () => {},
  });
  const visit = new Visit({
    desk,
    join: async (options) => {
      joins.push(options);
      const room = new FakeRoom(options);
      rooms.push(room);
      return room as unknown as Room;
    },
  });
  const enter = (entrance: 'live' | 'muted' | 'listening') =>
    visit.enter({ room: 'r', name: 'Ana', entrance });
  return { visit, desk, rooms, joins, enter };
}

const denied = async () => {
  throw Object.assign(new Error('denied'), { code: 'denied' });
};

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

test('a microphone that is gone is off in the room, and comes back muted where it was muted', async () => {
  const plugged = [new FakeMicrophone()];
  const { visit, rooms, enter } = setUp({
    open: async () => plugged.pop() ?? Promise.reject(Object.assign(new Error('none'), { code: 'none' })),
  });
  const [first] = plugged;
  await enter('muted');
  first?.unplug();
  await new Promise(setImmediate);
  expect(rooms[0]?.snapshot.self.microphone).toBe('off');
  plugged.push(new FakeMicrophone());
  await visit.retryMicrophone();
  expect(rooms[0]?.snapshot.self.microphone).toBe('muted');
});

test('a listener goes live, or learns why not', async () => {
  const { visit, rooms, enter } = setUp();
  await enter('listening');
  await visit.switchMicrophone('live');
  expect(rooms[0]?.snapshot.self.microphone).toBe('live');

  const other = setUp({ open: denied });
  await other.enter('listening');
  await other.visit.switchMicrophone('live');
  expect(other.rooms[0]?.changes).toEqual([]);
  expect(other.desk.state).toEqual({ at: 'refused', problem: 'denied' });
  expect(other.visit.state).toMatchObject({ at: 'inside', control: 'ready' });
});

test('a switch that the server refuses is said', async () => {
  const { visit, rooms, enter } = setUp();
  await enter('muted');
  if (rooms[0]) rooms[0].refuses = true;
  await visit.switchMicrophone('live');
  expect(visit.state).toMatchObject({ control: 'refused' });
});

test('muting while another device opens stays muted', async () => {
  const slow = Promise.withResolvers<FakeMicrophone>();
  const { visit, rooms, enter } = setUp({
    open: (deviceId) => (deviceId ? slow.promise : Promise.resolve(new FakeMicrophone())),
  });
  await enter('live');
  const changing = visit.changeDevice('headset');
  await visit.switchMicrophone('muted');
  slow.resolve(new FakeMicrophone('headset'));
  await changing;
  expect(rooms[0]?.changes.map(({ state }) => state)).toEqual(['muted', 'muted']);
});

test('a microphone that was only tried out is let go of', async () => {
  const { visit, desk, enter } = setUp();
  await enter('listening');
  await desk.open();
  visit.letGoOfUnused();
  expect(desk.state.at).toBe('closed');
  await visit.switchMicrophone('live');
  visit.letGoOfUnused();
  expect(desk.state.at).toBe('open');
});

test('a second press takes an unmute back that is still under way', async () => {
  const { visit, rooms, enter } = setUp();
  await enter('muted');
  const room = rooms[0] as FakeRoom;
  const answer = Promise.withResolvers<void>();
  room.setMicrophone = async (change) => {
    room.changes.push(change);
    await answer.promise;
  };
  const presses = [visit.toggleMute(), visit.toggleMute(), visit.toggleMute()];
  answer.resolve();
  await Promise.all(presses);
  expect(room.changes.map(({ state }) => state)).toEqual(['live', 'muted', 'live']);
});

test('before there is a microphone, there is nothing to mute', async () => {
  const { visit, rooms, enter } = setUp();
  await enter('listening');
  await visit.toggleMute();
  expect(rooms[0]?.changes).toEqual([]);
});

test('a press right after joining mutes, though the microphone is not live yet', async () => {
  const { visit, rooms, enter } = setUp();
  await enter('live');
  const room = rooms[0] as FakeRoom;
  room.snapshot = { ...room.snapshot, self: { ...room.snapshot.self, microphone: 'muted' } };
  await visit.toggleMute();
  expect(room.changes.map(({ state }) => state)).toEqual(['muted']);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}

test('an unplugged microphone goes on with another one, live only if it was live', async () => {
  for (const entrance of ['live', 'muted'] as const) {
    const { rooms, desk, enter } = setUp();
    await enter(entrance);
    if (desk.state.at === 'open') (desk.state.microphone as unknown as FakeMicrophone).unplug();
    await new Promise(setImmediate);
    expect(rooms[0]?.snapshot.self.microphone).toBe(entrance);
    expect(rooms[0]?.changes.at(-1)).toHaveProperty('microphone');
  }
});

test('a permission that was taken away turns the microphone off, and it comes back muted', async () => {
  const { visit, rooms, desk, enter } = setUp({ mayUse: false });
  await enter('live');
  if (desk.state.at === 'open') (desk.state.microphone as unknown as FakeMicrophone).unplug();
  await new Promise(setImmediate);
  expect([desk.state, rooms[0]?.snapshot.self.microphone]).toEqual([
    { at: 'refused', problem: 'denied' },
    'off',
  ]);
  await visit.retryMicrophone();
  expect(rooms[0]?.snapshot.self.microphone).toBe('muted');
});

test('push-to-talk is live while it is held, and a press of mute has no meaning then', async () => {
  const { visit, rooms, enter } = setUp();
  visit.setTalkMode('hold');
  await enter('live');
  const state = () => rooms[0]?.snapshot.self.microphone;
  expect(state()).toBe('muted');
  visit.hold();
  expect(state()).toBe('live');
  visit.release();
  expect(state()).toBe('muted');
  await visit.toggleMute();
  expect(state()).toBe('muted');
});
