import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { microphone } from '../../testing/fake-microphone.ts';
import { enter, type Guest, openHouse, seen } from '../../testing/house.ts';
import { TestServer } from '../../testing/test-server.ts';

const minuteMs = 60_000;
const room = 'salon';

let clock: ManualClock;
let server: TestServer;
let owner: Guest;
beforeEach(async () => {
  clock = new ManualClock(Date.now());
  server = await TestServer.open({}, { clock });
  [owner] = await openHouse(server, room, { settings: { newcomersListenMinutes: 5 } });
});
afterEach(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

/** Time goes by, and those named here give signs of life. */
async function pass(ms: number, ...alive: Guest[]): Promise<void> {
  for (let left = ms; left > 0; left -= limits.heartbeatIntervalMs) {
    clock.advance(Math.min(left, limits.heartbeatIntervalMs));
    await Promise.all([owner, ...alive].map(({ client }) => client.request('ping', {})));
    await owner.client.request('actionLog', {});
    const { producerId } = await owner.client.request('produce', microphone());
    await owner.client.request('closeProducer', { producerId });
  }
}

const speaks = async ({ client }: Guest) => (await client.ask('produce', microphone())) === 'ok';
const change = (settings: object) =>
  owner.client.request('setRoomSettings', { settings: { ...owner.joined.room.settings, ...settings } });

test('a newcomer listens for as long as the owner wishes, is told for how long, and then may speak', async () => {
  const ann = await enter(server, room);
  expect(ann.joined.self).toMatchObject({ role: 'listener', listensForMs: 5 * minuteMs });
  expect(await speaks(ann)).toBe(false);
  await pass(5 * minuteMs - 1_000, ann);
  expect(await speaks(ann)).toBe(false);
  const late = await enter(server, room);
  expect(late.joined.members.find(({ id }) => id === ann.id)).toMatchObject({ listensForMs: 1_000 });
  await pass(1_000, ann, late);
  await seen(ann.client, ann.id, { role: 'speaker', listensForMs: undefined, microphone: 'off' });
  expect(await speaks(ann)).toBe(true);
  expect(await speaks(late)).toBe(false);
});

test('a host lets them speak sooner, and hosts never wait', async () => {
  const ann = await enter(server, room);
  await ann.client.request('setHand', { raised: true });
  await owner.client.request('setRole', { memberId: ann.id, role: 'speaker' });
  await seen(ann.client, ann.id, { role: 'speaker', listensForMs: undefined, hand: undefined });
  expect(await speaks(ann)).toBe(true);
  expect(owner.joined.self.role).toBe('owner');
});

test('who has waited is known by the key, also after everybody was gone; leaving gains and costs nothing', async () => {
  const ann = await enter(server, room);
  const bob = await enter(server, room);
  await pass(3 * minuteMs, ann, bob);
  await bob.client.request('leave', {});
  await pass(2 * minuteMs, ann);
  const back = await enter(server, room, { holder: bob.holder });
  expect(back.joined.self).toMatchObject({ role: 'listener', listensForMs: 2 * minuteMs });
  for (const { client } of [ann, back, owner]) await client.request('leave', {});
  await server.counted({ rooms: 0 });
  owner = await enter(server, room, { holder: owner.holder });
  const again = await enter(server, room, { holder: ann.holder });
  expect(again.joined.self).toMatchObject({ role: 'speaker' });
  expect((await enter(server, room)).joined.self).toMatchObject({ role: 'listener' });
});

test('when the owner wishes otherwise, those who wait wait otherwise, and those who speak go on', async () => {
  const ann = await enter(server, room);
  await change({ newcomersListenMinutes: 1 });
  await pass(minuteMs, ann);
  await seen(ann.client, ann.id, { role: 'speaker' });
  await change({ newcomersListenMinutes: 60 });
  const bob = await enter(server, room);
  expect(await speaks(ann)).toBe(true);
  await change({ newcomersListenMinutes: 0 });
  await seen(bob.client, bob.id, { role: 'speaker', listensForMs: undefined });
});

test('where only the invited speak, time lets nobody speak', async () => {
  const ann = await enter(server, room);
  await change({ speaking: 'invited', newcomersListenMinutes: 5 });
  await seen(ann.client, ann.id, { role: 'listener', listensForMs: undefined });
  await pass(5 * minuteMs, ann);
  expect(await speaks(ann)).toBe(false);
});

test('who was here for a while when nobody had to listen is no newcomer later', async () => {
  await change({ newcomersListenMinutes: 0 });
  const ann = await enter(server, room);
  await pass(limits.regularAfterMs, ann);
  await ann.client.request('leave', {});
  await change({ newcomersListenMinutes: 60 });
  const back = await enter(server, room, { holder: ann.holder });
  expect(back.joined.self.role).toBe('speaker');
});
