import { type ChatEvent, topics, writeContent } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DataClient } from '../../testing/data-client.ts';
import { microphone } from '../../testing/fake-microphone.ts';
import { camera } from '../../testing/fake-picture.ts';
import { enter, type Guest, openHouse, seen } from '../../testing/house.ts';
import { TestServer } from '../../testing/test-server.ts';
import { until } from '../../testing/until.ts';

let server: TestServer;
let room: string;
let owner: Guest;
let moderator: Guest;
let troll: Guest;
let bob: Guest;
let rooms = 0;
const mail: DataClient[] = [];

beforeAll(async () => {
  server = await TestServer.open();
});
beforeEach(async () => {
  room = `shadow-${++rooms}`;
  [owner, moderator, troll, bob] = (await openHouse(server, room, {
    roles: ['moderator', 'speaker', 'speaker'],
  })) as [Guest, Guest, Guest, Guest];
});
afterEach(async () => {
  for (const each of mail.splice(0)) each.close();
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

const shadow = (on: boolean, by = moderator, whom = troll) =>
  by.client.request('shadowMute', { memberId: whom.id, on });

function post({ client }: Guest): DataClient {
  const opened = new DataClient(client);
  mail.push(opened);
  return opened;
}

/** Everything that was sent to them before this moment has come, and is thrown away or told. */
async function heardBy({ client }: Guest): Promise<string[]> {
  await client.request('ping', {});
  const names = client.untaken;
  while (client.untaken.length > 0) await client.inbox.take('what there is', () => true);
  return names;
}

const messages = (chat: readonly ChatEvent[]) =>
  chat.flatMap((event) => (event.say === 'message' ? [[event.message.text, event.message.shadowMuted]] : []));

test('a voice and a picture reach hosts alone, from then on and again at once when it ends', async () => {
  await troll.client.request('produce', microphone());
  const { producerId } = await troll.client.request('produce', camera());
  const viewer = await enter(server, room, { sources: ['camera'] });
  const look = () => viewer.client.request('setViews', { views: [{ producerId, layer: 0 }] });
  await look();
  expect(viewer.joined.consumers).toHaveLength(1);
  const picture = (await viewer.client.next('consumerAdded')).consumer;
  expect(picture.producerId).toBe(producerId);
  for (const each of [bob, owner]) await each.client.next('consumerAdded');

  await shadow(true);
  await bob.client.next('consumerRemoved');
  const ended = [(await viewer.client.next('consumerRemoved')).consumerId];
  ended.push((await viewer.client.next('consumerRemoved')).consumerId);
  expect(ended).toContain(picture.id);
  await seen(bob.client, troll.id, { microphone: 'muted', shadowMuted: undefined });
  await seen(owner.client, troll.id, { microphone: 'live', shadowMuted: true });
  await look();
  expect(await heardBy(viewer)).not.toContain('consumerAdded');
  expect(await heardBy(owner)).not.toContain('consumerRemoved');
  const late = await enter(server, room, { sources: ['camera'] });
  expect(late.joined.consumers).toEqual([]);
  expect(late.joined.members.find(({ id }) => id === troll.id)).toMatchObject({
    microphone: 'muted',
    streams: [],
  });

  await shadow(false);
  const again = [await viewer.client.next('consumerAdded'), await viewer.client.next('consumerAdded')];
  expect(again.map(({ consumer }) => consumer.kind).toSorted()).toEqual(['audio', 'video']);
  await bob.client.next('consumerAdded');
  await late.client.next('consumerAdded');
  await seen(bob.client, troll.id, { microphone: 'live' });
  await seen(owner.client, troll.id, { shadowMuted: undefined });
});

test('the person is told nothing at all, and does as ever', async () => {
  const { producerId } = await troll.client.request('produce', microphone());
  await heardBy(troll);
  await shadow(true);
  expect(await heardBy(troll)).toEqual([]);
  await troll.client.request('setProducerPaused', { producerId, paused: true });
  const { member } = await troll.client.next('memberChanged');
  expect([member.microphone, 'shadowMuted' in member]).toEqual(['muted', false]);
  await troll.client.request('setHand', { raised: true });
  await seen(owner.client, troll.id, { shadowMuted: true, hand: undefined });
  const own = await troll.client.next('memberChanged');
  expect(own.member.hand).toBeDefined();
  expect((await troll.client.request('actionLog', {})).entries.map(({ action }) => action)).not.toContain(
    'shadowMute',
  );
  // Another tab of theirs sees and hears them.
  const tab = await enter(server, room, { holder: troll.holder });
  expect(tab.joined.members.find(({ id }) => id === troll.id)).toEqual(own.member);
  expect(tab.joined.consumers).toHaveLength(1);
  await heardBy(troll);
  await shadow(false);
  expect(await heardBy(troll)).toEqual([]);
});

test('a hand, a new name and going live are not seen by others, nor that anything happened', async () => {
  await shadow(true);
  await heardBy(bob);
  const name = { name: 'Listen to me', emoji: '', status: 'all of you' };
  await troll.client.request('setProfile', name);
  await troll.client.request('setHand', { raised: true });
  const { producerId } = await troll.client.request('produce', microphone({ paused: true }));
  await seen(bob.client, troll.id, { microphone: 'muted', name: 'speaker 1', hand: undefined });
  await troll.client.request('setProducerPaused', { producerId, paused: false });
  await owner.client.request('lowerHands', { memberId: troll.id });
  expect(await heardBy(bob)).toEqual([]);
  await seen(owner.client, troll.id, { name: 'Listen to me', microphone: 'live' });
  await shadow(false);
  await seen(bob.client, troll.id, { name: 'Listen to me', microphone: 'live' });
});

test('what they write, react and post is for hosts alone, marked, and for themselves as if nothing were', async () => {
  const [mine, hosts, others] = [post(troll), post(owner), post(bob)];
  others.command({ do: 'send', id: 'bobs-message-0001', text: 'hello' });
  await until(
    () => mine.chat.length,
    (count) => count > 0,
  );
  await shadow(true);
  mine.command({ do: 'send', id: 'trolls-message-01', text: 'rubbish' });
  mine.command({ do: 'react', id: 'bobs-message-0001', emoji: '💩', on: true });
  mine.say(topics.typing, '');
  mine.say(topics.reaction, '💩');
  mine.say('game', 'move');
  mine.say('game', 'to bob', [bob.joined.self.seat]);
  mine.command({ do: 'send', id: 'trolls-message-02', text: 'more of it' });
  await until(
    () => messages(hosts.chat).length,
    (count) => count === 3,
  );
  expect(messages(hosts.chat)).toEqual([
    ['hello', undefined],
    ['rubbish', true],
    ['more of it', true],
  ]);
  expect(hosts.heard.map(({ topic }) => topic)).toEqual([topics.typing, topics.reaction, 'game']);
  expect(messages(mine.chat)).toEqual([
    ['hello', undefined],
    ['rubbish', undefined],
    ['more of it', undefined],
  ]);
  expect(mine.refusals).toEqual([]);
  // A host answers with a reaction: those who may not read the message hear nothing of it.
  hosts.command({ do: 'react', id: 'trolls-message-01', emoji: '👀', on: true });
  hosts.command({ do: 'delete', id: 'trolls-message-02' });
  hosts.command({ do: 'react', id: 'bobs-message-0001', emoji: '👍', on: true });
  await until(
    () => others.chat.length,
    (count) => count === 2,
  );
  expect(messages(others.chat)).toEqual([['hello', undefined]]);
  expect(others.chat[1]).toMatchObject({ say: 'reactions', reactions: [{ emoji: '👍', by: [owner.id] }] });
  expect(others.heard).toEqual([]);

  const read = async ({ client }: Guest) =>
    (await client.request('chatHistory', {})).messages.map(({ text, reactions, shadowMuted }) => [
      text,
      reactions.map(({ emoji }) => emoji).join(''),
      shadowMuted,
    ]);
  expect(await read(bob)).toEqual([['hello', '👍', undefined]]);
  expect(await read(troll)).toEqual([
    ['hello', '💩👍', undefined],
    ['rubbish', '👀', undefined],
  ]);
  expect(await read(owner)).toEqual([
    ['hello', '💩👍', undefined],
    ['rubbish', '👀', true],
  ]);
  others.command({ do: 'react', id: 'trolls-message-01', emoji: '👍', on: true });
  await until(
    () => others.chat.at(-1)?.say,
    (say) => say === 'refused',
  );

  await shadow(false);
  mine.command({ do: 'send', id: 'trolls-message-03', text: 'sorry' });
  await until(
    () => messages(others.chat).length,
    (count) => count === 2,
  );
  expect(messages(others.chat)).toEqual([
    ['hello', undefined],
    ['sorry', undefined],
  ]);
});

test('they fetch the files of others as ever, and give none away', async () => {
  const [mine, others] = [post(troll), post(bob)];
  await shadow(true);
  const id = 'a-file-of-somebody';
  const file = (frame: object) => mine.post(topics.file, writeContent(frame), [bob.joined.self.seat]);
  file({ do: 'bytes', id, at: 0, bytes: new Uint8Array(8) });
  file({ do: 'read', id, from: 0, length: 8 });
  await until(
    () => others.heard.length,
    (count) => count > 0,
  );
  expect(others.heard).toHaveLength(1);
});

test('hosts alone read in the log who did it', async () => {
  await shadow(true);
  await shadow(true);
  await shadow(false);
  const log = async ({ client }: Guest) =>
    (await client.request('actionLog', {})).entries.map(({ action }) => action);
  expect(await log(bob)).toEqual(['role', 'created']);
  expect(await log(owner)).toEqual(['shadowUnmute', 'shadowMute', 'role', 'created']);
  expect(await heardBy(bob)).not.toContain('actionLogged');
  // Who is no host any more reads what everybody does.
  await owner.client.request('setRole', { memberId: moderator.id, role: 'speaker' });
  expect(await log(moderator)).toEqual(['role', 'role', 'created']);
});

test('who becomes a host hears and sees them, who is one no more does not', async () => {
  await troll.client.request('produce', microphone());
  await bob.client.next('consumerAdded');
  await shadow(true);
  await bob.client.next('consumerRemoved');
  await owner.client.request('setRole', { memberId: bob.id, role: 'moderator' });
  await bob.client.next('consumerAdded');
  await seen(bob.client, troll.id, { shadowMuted: true, microphone: 'live' });
  await owner.client.request('setRole', { memberId: bob.id, role: 'speaker' });
  await bob.client.next('consumerRemoved');
  await seen(bob.client, troll.id, { shadowMuted: undefined, microphone: 'muted' });
});

test('it is written down with the room', async () => {
  await shadow(true);
  await server.dismiss();
  await server.counted({ rooms: 0 });
  const back = await enter(server, room, { holder: owner.holder });
  await enter(server, room, { holder: troll.holder });
  expect((await back.client.next('memberJoined')).member.shadowMuted).toBe(true);
});

test('it follows the key, and ends for whoever is made a moderator', async () => {
  await shadow(true);
  await troll.client.request('leave', {});
  const back = await enter(server, room, { holder: troll.holder, name: 'Somebody new' });
  const asSeen = async (by: Guest) => {
    for (;;) {
      const { member } = await by.client.next('memberJoined');
      if (member.id === back.id) return member;
    }
  };
  expect(await asSeen(owner)).toMatchObject({ shadowMuted: true });
  expect(await asSeen(bob)).not.toHaveProperty('shadowMuted');
  expect(back.joined.self).not.toHaveProperty('shadowMuted');
  await owner.client.request('setRole', { memberId: back.id, role: 'moderator' });
  await seen(bob.client, back.id, { role: 'moderator' });
  const { joined } = await enter(server, room, { holder: owner.holder });
  expect(joined.members.find(({ id }) => id === back.id)).not.toHaveProperty('shadowMuted');
  await owner.client.request('setRole', { memberId: back.id, role: 'speaker' });
  await seen(owner.client, back.id, { role: 'speaker', shadowMuted: undefined });
});
