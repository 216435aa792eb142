import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { microphone } from '../../testing/fake-microphone.ts';
import { camera } from '../../testing/fake-picture.ts';
import { enter, type Guest, housesOf, seen } from '../../testing/house.ts';
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

const house = housesOf(() => server, 'hosted');

test('a muted member is not live whatever they ask, and not live by themselves when allowed again', async () => {
  const [, owner, bob] = await house('speaker');
  const { producerId } = await bob.client.request('produce', microphone());
  await seen(owner.client, bob.id, { microphone: 'live' });
  await owner.client.request('muteMember', { memberId: bob.id });
  await seen(owner.client, bob.id, { microphone: 'muted', microphoneRight: 'withheld' });
  const unmute = () => bob.client.ask('setProducerPaused', { producerId, paused: false });
  expect(await unmute()).toBe('not_permitted');
  expect(await bob.client.ask('produce', microphone())).toBe('not_permitted');
  // A second one may wait, silent; a picture is no voice.
  expect(await bob.client.ask('produce', microphone({ paused: true }))).toBe('ok');
  expect(await bob.client.ask('produce', camera())).toBe('ok');
  await owner.client.request('allowToSpeak', { memberId: bob.id });
  await seen(owner.client, bob.id, { microphone: 'muted', microphoneRight: undefined });
  expect(await unmute()).toBe('ok');
  await seen(owner.client, bob.id, { microphone: 'live' });
});

test('an unmuting that is under way when the host mutes does not come through', async () => {
  const [, owner, bob] = await house('speaker');
  const { producerId } = await bob.client.request('produce', microphone({ paused: true }));
  const racing = [
    bob.client.ask('setProducerPaused', { producerId, paused: false }),
    bob.client.ask('produce', microphone()),
    owner.client.ask('muteMember', { memberId: bob.id }),
  ];
  await Promise.all(racing);
  const { joined } = await enter(server, owner.joined.room.name);
  expect(joined.members.find(({ id }) => id === bob.id)).toMatchObject({
    microphone: 'muted',
    microphoneRight: 'withheld',
  });
});

test('a mute holds for who comes back, into the seat or with the key', async () => {
  const [room, owner, bob] = await house('speaker');
  await owner.client.request('muteMember', { memberId: bob.id });
  const back = await enter(server, room, { holder: bob.holder, returning: bob.joined.returnToken });
  expect(back.joined.self).toMatchObject({ id: bob.id, microphoneRight: 'withheld' });
  expect(await back.client.ask('produce', microphone())).toBe('not_permitted');
  await back.client.request('leave', {});
  const anew = await enter(server, room, { holder: bob.holder });
  expect(anew.joined.self.microphoneRight).toBe('withheld');
});

test('whoever asked by hand to speak again and may has no hand up any more', async () => {
  const [, owner, bob] = await house('speaker');
  await owner.client.request('muteMember', { memberId: bob.id });
  await bob.client.request('setHand', { raised: true });
  await owner.client.request('allowToSpeak', { memberId: bob.id });
  await seen(owner.client, bob.id, { microphoneRight: undefined, hand: undefined });
});

test('who is made a listener sends nothing any more, and can again when made a speaker', async () => {
  const [, owner, bob] = await house('speaker');
  const { producerId } = await bob.client.request('produce', microphone());
  await bob.client.request('produce', camera());
  await bob.client.request('setHand', { raised: true });
  await owner.client.request('setRole', { memberId: bob.id, role: 'listener' });
  await seen(owner.client, bob.id, { role: 'listener', microphone: 'muted' });
  const { joined } = await enter(server, owner.joined.room.name);
  expect(joined.members.find(({ id }) => id === bob.id)).toMatchObject({ streams: [], microphone: 'muted' });
  for (const stream of [microphone(), microphone({ paused: true }), camera()]) {
    expect(await bob.client.ask('produce', stream)).toBe('not_permitted');
  }
  const unmute = () => bob.client.ask('setProducerPaused', { producerId, paused: false });
  expect(await unmute()).toBe('not_permitted');
  await owner.client.request('setRole', { memberId: bob.id, role: 'speaker' });
  expect(await unmute()).toBe('ok');
  await seen(owner.client, bob.id, { role: 'speaker', microphone: 'live' });
});

test('in stage mode newcomers listen, those who spoke go on, and everyone may when it ends', async () => {
  const [room, owner, bob, invited] = await house('speaker', 'listener');
  await owner.client.request('setRoomModes', { speaking: 'invited' });
  expect(await bob.client.next('roomChanged')).toMatchObject({
    settings: { speaking: 'invited', locked: false },
    owned: true,
    by: owner.id,
  });
  const late = await enter(server, room);
  expect(late.joined.self.role).toBe('listener');
  expect(late.joined.members.find(({ id }) => id === bob.id)?.role).toBe('speaker');
  await late.client.request('setHand', { raised: true });
  await owner.client.request('setRole', { memberId: late.id, role: 'speaker' });
  await seen(bob.client, late.id, { role: 'speaker', hand: undefined });
  const later = await enter(server, room);
  await owner.client.request('setRoomModes', { speaking: 'everyone' });
  await seen(owner.client, later.id, { role: 'speaker' });
  const { joined } = await enter(server, room);
  // Made one by the host, and not by having come late.
  expect(joined.members.find(({ id }) => id === invited.id)?.role).toBe('listener');
});

test('asking to unmute tells that one member, and changes nothing', async () => {
  const [, owner, bob, witness] = await house('speaker', 'speaker');
  await owner.client.request('askToUnmute', { memberId: bob.id });
  expect(await bob.client.next('askedToUnmute')).toEqual({ by: owner.id });
  await witness.client.request('ping', {});
  expect(witness.client.untaken).not.toContain('askedToUnmute');
});

test('hands are lowered one by one, or all', async () => {
  const [, owner, bob, cleo] = await house('speaker', 'speaker');
  const raise = ({ client }: Guest) => client.request('setHand', { raised: true });
  const up = async () => {
    const { joined } = await enter(server, owner.joined.room.name);
    return joined.members.filter(({ hand }) => hand).map(({ id }) => id);
  };
  await Promise.all([bob, cleo].map(raise));
  await owner.client.request('lowerHands', { memberId: bob.id });
  expect(await up()).toEqual([cleo.id]);
  await raise(bob);
  await owner.client.request('lowerHands', {});
  expect(await up()).toEqual([]);
});

test('the room is handed over, once, to somebody with a key', async () => {
  const [room, owner, bob] = await house('speaker');
  const { client, self: guest } = await server.member(room);
  expect(guest.key).toBe('');
  expect(await owner.client.ask('handOver', { memberId: guest.id })).toBe('wrong_state');
  await owner.client.request('handOver', { memberId: bob.id });
  await seen(client, bob.id, { role: 'owner' });
  expect(await owner.client.ask('handOver', { memberId: bob.id })).toBe('not_permitted');
  const { joined } = await enter(server, room, { holder: owner.holder });
  expect(joined.self.role).toBe('moderator');
});

test('a room that is handed over to two at once is the first one’s', async () => {
  const [room, owner, bob, cleo] = await house('speaker', 'speaker');
  const answers = await Promise.all([
    owner.client.ask('handOver', { memberId: bob.id }),
    owner.client.ask('handOver', { memberId: cleo.id }),
  ]);
  expect(answers).toEqual(['ok', 'not_permitted']);
  const { joined } = await enter(server, room);
  const roles = joined.members.map(({ id, role }) => [id, role]);
  expect(Object.fromEntries(roles)).toEqual({
    [owner.id]: 'moderator',
    [bob.id]: 'owner',
    [cleo.id]: 'speaker',
  });
});

test('everyone can read what was done, the newest first, page by page', async () => {
  const [, owner, bob, moderator] = await house('speaker', 'moderator');
  await moderator.client.request('muteMember', { memberId: bob.id });
  await owner.client.request('setRoomModes', { locked: true, chat: 'off' });
  const { entries, hasOlder } = await bob.client.request('actionLog', {});
  expect(hasOlder).toBe(false);
  expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
    ['modes', 'chat=off locked=true'],
    ['mute', undefined],
    ['role', 'moderator'],
    ['created', undefined],
  ]);
  expect(entries[1]).toMatchObject({
    by: { key: moderator.holder.key, name: moderator.joined.self.name },
    on: { key: bob.holder.key, name: bob.joined.self.name },
  });
  const older = await bob.client.request('actionLog', { before: entries[1]?.id ?? '' });
  expect(older.entries.map(({ id }) => id)).toEqual(entries.slice(2).map(({ id }) => id));
  const heard = bob.client.inbox.items.filter(({ method }) => method === 'actionLogged');
  expect(heard).toHaveLength(3);
});

test('in a room that nobody owns there are no powers, and whoever was first has none', async () => {
  const room = 'hosted-by-nobody';
  const first = await enter(server, room);
  const second = await enter(server, room);
  expect(first.joined.room).toMatchObject({ owned: false, settings: { listed: true, topic: '' } });
  expect([first.joined.self.role, second.joined.self.role]).toEqual(['speaker', 'speaker']);
  expect(await first.client.ask('removeMember', { memberId: second.id })).toBe('not_permitted');
});

test('two hosts who change different things at once both have their way', async () => {
  const [room, owner, moderator] = await house('moderator');
  await Promise.all([
    owner.client.request('setRoomModes', { locked: true }),
    moderator.client.request('setRoomModes', { chat: 'off' }),
    owner.client.request('setRoomModes', { slowChatSeconds: 5 }),
  ]);
  const { joined } = await enter(server, room, { holder: owner.holder });
  expect(joined.room.settings).toMatchObject({ locked: true, chat: 'off', slowChatSeconds: 5 });
});
