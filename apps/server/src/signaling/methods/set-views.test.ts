import { codecs, limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { microphone } from '../../testing/fake-microphone.ts';
import { camera, screen, screenSound } from '../../testing/fake-picture.ts';
import { TestServer } from '../../testing/test-server.ts';

const sources = ['camera', 'screen', 'screenSound'];

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  await server.dismiss();
  await server.counted({ rooms: 0, transports: 0, producers: 0, consumers: 0 });
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

const view = (producerId: string, layer = 0) => ({ producerId, layer });
const film = () => screen();

test.each(codecs)('what is looked at comes, and goes when it is not ($subprotocol)', async (codec) => {
  const { client: ann, self } = await server.member('a', { codec });
  const { client: bob } = await server.member('a', { codec, sources });
  const [one, two] = [await ann.request('produce', camera()), await ann.request('produce', film())];
  await bob.request('setViews', { views: [view(one.producerId, 2), view(two.producerId)] });
  const added = [await bob.next('consumerAdded'), await bob.next('consumerAdded')];
  expect(added.map(({ consumer: { kind, source, memberId } }) => [kind, source, memberId])).toEqual([
    ['video', 'camera', self.id],
    ['video', 'screen', self.id],
  ]);
  expect(added[0]?.consumer.rtpParameters.codecs.map(({ mimeType }) => mimeType)).toEqual([
    'video/VP8',
    'video/rtx',
  ]);
  await bob.request('setViews', { views: [view(two.producerId, 1)] });
  expect(await bob.next('consumerRemoved')).toEqual({ consumerId: added[0]?.consumer.id });
  await server.counted({ consumers: 1 });
  await bob.request('setViews', { views: [] });
  await server.counted({ consumers: 0 });
});

test('nobody is sent a picture before they look, and the same view twice is one consumer', async () => {
  const { client: ann } = await server.member('b');
  const { client: bob } = await server.member('b', { sources });
  const { producerId } = await ann.request('produce', camera());
  await bob.request('ping', {});
  expect(bob.untaken.filter((name) => name === 'consumerAdded')).toEqual([]);
  await Promise.all([
    bob.request('setViews', { views: [view(producerId), view(producerId, 2)] }),
    bob.request('setViews', { views: [view(producerId, 1)] }),
  ]);
  await server.counted({ consumers: 1 });
});

test('a view that is given up while it opens is closed', async () => {
  const { client: ann } = await server.member('c');
  const { client: bob } = await server.member('c', { sources });
  const { producerId } = await ann.request('produce', camera());
  await Promise.all([
    bob.request('setViews', { views: [view(producerId)] }),
    bob.request('setViews', { views: [] }),
  ]);
  await server.counted({ consumers: 0 });
});

test('the others are told what a member shows, and when it is paused or over', async () => {
  const { client: ann, self } = await server.member('d');
  const { client: bob } = await server.member('d', { sources });
  const { producerId } = await ann.request('produce', camera());
  const shown = { producerId, source: 'camera', paused: false };
  expect((await bob.next('memberChanged')).member).toEqual({ ...self, streams: [shown] });
  await ann.request('setProducerPaused', { producerId, paused: true });
  expect((await bob.next('memberChanged')).member.streams).toEqual([{ ...shown, paused: true }]);
  await bob.request('setViews', { views: [view(producerId)] });
  const { consumer } = await bob.next('consumerAdded');
  const { joined: late } = await server.member('d', { sources });
  expect(late.members.map(({ streams }) => streams.length)).toEqual([1, 0]);
  await ann.request('closeProducer', { producerId });
  expect((await bob.next('memberChanged')).member.streams).toEqual([]);
  expect(await bob.next('consumerRemoved')).toEqual({ consumerId: consumer.id });
});

test('the sound of a screen is heard by all who know what it is, and nobody speaks by it', async () => {
  const { client: ann, self } = await server.member('e');
  const { client: bob } = await server.member('e', { sources });
  const { client: old } = await server.member('e');
  const { producerId } = await ann.request('produce', screenSound());
  expect((await bob.next('consumerAdded')).consumer).toMatchObject({ producerId, source: 'screenSound' });
  expect((await bob.next('memberChanged')).member).toMatchObject({ id: self.id, microphone: 'off' });
  // No tap: one consumer in all.
  await server.counted({ producers: 1, consumers: 1 });
  const { joined: late } = await server.member('e', { sources });
  expect(late.consumers.map(({ source }) => source)).toEqual(['screenSound']);
  await old.request('ping', {});
  expect(old.untaken.filter((name) => name === 'consumerAdded')).toEqual([]);
});

test('a client that declares no sources hears on and sees nothing', async () => {
  const { client: ann } = await server.member('f');
  const { client: old } = await server.member('f');
  const { client: half } = await server.member('f', { sources: ['camera', 'hologram'] });
  const shown = await ann.request('produce', film());
  for (const client of [old, half]) {
    expect(await client.ask('setViews', { views: [view(shown.producerId)] })).toBe('ok');
  }
  const voice = await ann.request('produce', microphone());
  for (const client of [old, half]) {
    expect((await client.next('consumerAdded')).consumer.producerId).toBe(voice.producerId);
  }
});

test("what is no picture of somebody else's in this room is passed over", async () => {
  const { client: stranger } = await server.member('elsewhere');
  const { producerId: foreign } = await stranger.request('produce', camera());
  const { client: me, joined, self } = await server.member('g', { sources });
  const { client: ann, self: other } = await server.member('g');
  const { producerId: own } = await me.request('produce', camera());
  const { producerId: voice } = await ann.request('produce', microphone());
  const { consumer } = await me.next('consumerAdded');
  await server.counted({ producers: 3, consumers: 2 });
  const ids = [foreign, own, voice, consumer.id, self.id, other.id, joined.sendTransport.id, '__proto__'];
  expect(await me.ask('setViews', { views: ids.map((id) => view(id, 2)) })).toBe('ok');
  await server.counted({ producers: 3, consumers: 2 });
  expect(me.untaken.filter((name) => name.startsWith('consumer'))).toEqual([]);
});

test('before joining it is not_joined', async () => {
  const client = await server.connect();
  expect(await client.ask('setViews', { views: [] })).toBe('not_joined');
});

test('too many at once are invalid_params, and too often is rate_limited', async () => {
  const { client } = await server.member('h', { sources });
  const views = Array.from({ length: limits.views + 1 }, (_, index) => view(`p${index}`));
  expect(await client.ask('setViews', { views })).toBe('invalid_params');
  const answers = await Promise.all(
    Array.from({ length: limits.viewChangeBurst + 5 }, () => client.ask('setViews', { views: [] })),
  );
  expect(answers.filter((answer) => answer === 'rate_limited').length).toBeGreaterThan(3);
});
