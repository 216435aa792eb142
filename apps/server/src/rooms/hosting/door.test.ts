import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { canReceiveAll } from '../../testing/fake-microphone.ts';
import { enter, housesOf } from '../../testing/house.ts';
import { KeyHolder } from '../../testing/key-holder.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  await server.dismiss();
  await server.counted({ rooms: 0, producers: 0, consumers: 0 });
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

const house = housesOf(() => server, 'door');
const joinParams = { name: 'Ann', rtpCapabilities: canReceiveAll };

/** What somebody new is told at the door. */
async function knock(room: string, holder = new KeyHolder()): Promise<string> {
  const client = await server.connect();
  return client.ask('join', { ...joinParams, room, identity: await holder.proof(client, { room }) });
}

test('a locked room lets nobody new in but hosts, and those back whose seat is kept', async () => {
  const [room, owner, moderator, bob] = await house('moderator', 'speaker');
  await moderator.client.request('setRoomModes', { locked: true });
  expect(await knock(room)).toBe('room_locked');
  expect(await knock(room, moderator.holder)).toBe('ok');
  expect(await knock(room, owner.holder)).toBe('ok');
  const back = await enter(server, room, { holder: bob.holder, returning: bob.joined.returnToken });
  expect(back.id).toBe(bob.id);
});

test('no more come in than the owner wishes, hosts excepted', async () => {
  const [room, owner] = await house('speaker');
  await owner.client.request('setRoomSettings', {
    settings: { ...owner.joined.room.settings, sizeLimit: 2 },
  });
  expect(await knock(room)).toBe('room_full');
  expect(await knock(room, owner.holder)).toBe('ok');
});

test('who is removed is out with a reason, does not come back into the seat, and may come in anew', async () => {
  const [room, owner, bob, witness] = await house('speaker', 'speaker');
  await owner.client.request('removeMember', { memberId: bob.id });
  expect(await bob.client.closed).toEqual({ code: 4411, reason: 'removed' });
  expect(await witness.client.next('memberLeft')).toEqual({ memberId: bob.id, reason: 'removed' });
  const back = await enter(server, room, { holder: bob.holder, returning: bob.joined.returnToken });
  expect(back.id).not.toBe(bob.id);
});

test('a seat that is kept for somebody is not, once they are removed', async () => {
  const [room, owner, bob] = await house('speaker');
  bob.client.destroy();
  const removed = await owner.client.ask('removeMember', { memberId: bob.id });
  expect(['ok', 'not_found']).toContain(removed);
  const back = await enter(server, room, { holder: bob.holder, returning: bob.joined.returnToken });
  expect(back.id).not.toBe(bob.id);
});

test('who is banned is out with all tabs, by key and by address, until unbanned', async () => {
  const [room, owner, bob, moderator] = await house('speaker', 'moderator');
  const tab = await enter(server, room, { holder: bob.holder });
  await moderator.client.request('banMember', { memberId: bob.id, forMs: 600_000 });
  for (const { client } of [bob, tab]) expect(await client.closed).toEqual({ code: 4412, reason: 'banned' });
  const client = await server.connect();
  const refusal = await client
    .join(room, { identity: await bob.holder.proof(client, { room }) })
    .catch((error) => error);
  expect(refusal).toMatchObject({ error: 'banned', retryable: false });
  expect(refusal.retryAfterMs).toBeGreaterThan(500_000);
  expect(refusal.retryAfterMs).toBeLessThanOrEqual(600_000);
  // Without a key, from the same address: all of this machine.
  const other = await server.connect();
  expect(await other.ask('join', { ...joinParams, room })).toBe('banned');
  expect(await knock(room, owner.holder)).toBe('ok');
  const { bans } = await owner.client.request('listBans', {});
  expect(bans).toEqual([
    expect.objectContaining({
      on: { key: bob.holder.key, name: bob.joined.self.name },
      by: expect.objectContaining({ key: moderator.holder.key }),
    }),
  ]);
  expect(JSON.stringify(bans)).not.toContain('127.0.0.1');
  await owner.client.request('unban', { banId: bans[0]?.id ?? '' });
  expect(await knock(room, bob.holder)).toBe('ok');
  expect(await owner.client.ask('unban', { banId: bans[0]?.id })).toBe('not_found');
});

test('a moderator whom the owner bans is out as well, and is one again once unbanned', async () => {
  const [room, owner, moderator, other] = await house('moderator', 'moderator');
  await owner.client.request('banMember', { memberId: moderator.id });
  expect(await knock(room, moderator.holder)).toBe('banned');
  // Who keeps order is not shut out with everybody else at the same address.
  expect(await knock(room, other.holder)).toBe('ok');
  const { bans } = await owner.client.request('listBans', {});
  await owner.client.request('unban', { banId: bans[0]?.id ?? '' });
  expect((await enter(server, room, { holder: moderator.holder })).joined.self.role).toBe('moderator');
});

test('a room that the first one to come is not let into does not stay open', async () => {
  const [room, owner] = await house();
  await owner.client.request('setRoomModes', { locked: true });
  await server.dismiss();
  await server.counted({ rooms: 0 });
  expect(await knock(room)).toBe('room_locked');
  await server.counted({ rooms: 0 });
  expect(await knock(room, owner.holder)).toBe('ok');
});
