import { expect, test } from '@jest/globals';
import { FakeMicrophone } from '../devices/testing/fake-microphone.ts';
import { denied, type FakeRoom, setUp } from './testing/visit-world.ts';

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
