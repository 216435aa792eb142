import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRoomSettings, limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { DataClient } from '../../testing/data-client.ts';
import { canReceiveAll } from '../../testing/fake-microphone.ts';
import { enter, type Guest, openHouse } from '../../testing/house.ts';
import { KeyHolder } from '../../testing/key-holder.ts';
import { TestServer } from '../../testing/test-server.ts';
import { until } from '../../testing/until.ts';

const settings = { ...defaultRoomSettings, topic: 'Tea', tags: ['tea'], language: 'en', listed: true };

let server: TestServer;
const opened: TestServer[] = [];
const directory = mkdtempSync(join(tmpdir(), 'earshot-kept-'));
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(async () => {
  await Promise.all([server, ...opened].map((each) => each.close()));
  rmSync(directory, { recursive: true });
});

async function openKept(): Promise<TestServer> {
  const kept = await TestServer.open({ DATA_DIR: directory });
  opened.push(kept);
  return kept;
}

async function create(room: string, holder?: KeyHolder): Promise<string> {
  const client = await server.connect();
  const identity = holder && (await holder.proof(client, { room }));
  const name = 'Ann';
  return client.ask('join', { room, name, rtpCapabilities: canReceiveAll, create: settings, identity });
}

test('whoever makes a room owns it, and others come in as they are', async () => {
  const owner = await enter(server, 'made', { create: settings });
  expect(owner.joined.room).toMatchObject({ name: 'made', settings, owned: true });
  expect(owner.joined.self.role).toBe('owner');
  const guest = await enter(server, 'made');
  expect(guest.joined.room).toMatchObject({ settings, owned: true });
  expect([guest.joined.self.role, guest.joined.members[0]?.role]).toEqual(['speaker', 'owner']);
});

test('whoever makes a room of a name does not read what others said under it before', async () => {
  const { client } = await server.member('talked-in');
  const data = new DataClient(client);
  data.command({ do: 'send', id: 'message-000000000001', text: 'Between us' });
  await until(
    () => data.chat.length,
    (count) => count > 0,
  );
  data.close();
  await client.request('leave', {});
  await server.counted({ rooms: 0 });
  const owner = await enter(server, 'talked-in', { create: settings });
  expect(await owner.client.request('chatHistory', {})).toMatchObject({ messages: [] });
});

test('a name is taken while it is somebody else’s, or in use, and one’s own is come into', async () => {
  const [ann, bob] = [new KeyHolder(), new KeyHolder()];
  expect(await create('mine', ann)).toBe('ok');
  expect(await create('mine', bob)).toBe('name_taken');
  await server.dismiss();
  await server.counted({ rooms: 0 });
  expect(await create('mine', bob)).toBe('name_taken');
  const again = await enter(server, 'mine', { holder: ann, create: { ...settings, topic: 'Coffee' } });
  expect(again.joined.self.role).toBe('owner');
  expect(again.joined.room.settings.topic).toBe('Tea');
  await server.member('ours');
  expect(await create('ours', ann)).toBe('name_taken');
  expect(await create('unheld')).toBe('identity_required');
});

test('of many who make a room of one name at once, one owns it', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => create('rush', new KeyHolder())));
  expect(answers.toSorted()).toEqual(['name_taken', 'name_taken', 'name_taken', 'ok']);
});

test('the largest settings fit into the first frame', async () => {
  const client = await server.connect();
  const room = 'é'.repeat(limits.roomNameGraphemes);
  const large = {
    ...settings,
    topic: '会'.repeat(limits.roomTopicGraphemes),
    tags: ['会', '议', '室', '茶', '天'].map((each) => each.repeat(limits.roomTagGraphemes)),
  };
  const identity = await new KeyHolder().proof(client, { room });
  expect(
    (await client.join(room, { name: '会'.repeat(limits.memberNameGraphemes), identity, create: large })).room
      .settings,
  ).toEqual(large);
});

test('after a restart all is as it was: owner, roles, settings, bans and log', async () => {
  const before = await openKept();
  const [owner, moderator, listener, banned] = await openHouse(before, 'kept', {
    roles: ['moderator', 'listener', 'speaker'],
    settings,
  });
  await owner.client.request('setRoomModes', { slowChatSeconds: 30 });
  await owner.client.request('banMember', { memberId: banned?.id ?? '' });
  const log = await owner.client.request('actionLog', {});
  await before.close();

  const after = await openKept();
  const client = await after.connect();
  const name = 'Ann';
  const identity = await (banned as Guest).holder.proof(client, { room: 'kept' });
  expect(await client.ask('join', { room: 'kept', name, rtpCapabilities: canReceiveAll, identity })).toBe(
    'banned',
  );
  const back = await enter(after, 'kept', { holder: owner.holder });
  expect(back.joined.self.role).toBe('owner');
  expect(back.joined.room.settings).toEqual({ ...settings, slowChatSeconds: 30 });
  expect(await back.client.request('actionLog', {})).toEqual(log);
  const { bans } = await back.client.request('listBans', {});
  await back.client.request('unban', { banId: bans[0]?.id ?? '' });
  for (const guest of [moderator, listener]) {
    const { joined } = await enter(after, 'kept', { holder: (guest as Guest).holder });
    expect(joined.self.role).toBe(guest === moderator ? 'moderator' : 'listener');
  }
});

test('a room that looks like one’s own keeps its owner out no more than others', async () => {
  const ann = new KeyHolder();
  expect(await create('tea-room', ann)).toBe('ok');
  await server.dismiss();
  await server.counted({ rooms: 0 });
  await server.member('tea-r00m');
  expect(await create('tea-room', ann)).toBe('ok');
});
