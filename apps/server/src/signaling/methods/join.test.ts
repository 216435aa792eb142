import { type Codec, codecs, limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { canReceiveAll, microphone } from '../../testing/fake-microphone.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(() => server.dismiss());
afterAll(() => server.close());

test.each(codecs)('brings everything back in one answer ($subprotocol)', async (codec: Codec) => {
  const { client: ann } = await server.member('kitchen', { codec, name: 'Ann' });
  const { producerId } = await ann.request('produce', microphone());
  const beganAtMs = Date.now();
  const { joined, self } = await server.member('kitchen', { codec, name: '  Bob \u202e ' });
  expect(joined.room.name).toBe('kitchen');
  expect(joined.room.startedAtMs).toBeLessThanOrEqual(beganAtMs);
  expect(self).toMatchObject({ seat: 1, name: 'Bob', microphone: 'off' });
  expect(self.joinedAtMs).toBeGreaterThanOrEqual(beganAtMs);
  expect(joined.members).toMatchObject([{ seat: 0, name: 'Ann', microphone: 'live' }]);
  expect(joined.routerRtpCapabilities).toEqual(canReceiveAll);
  expect(joined.iceServers).toEqual([]);
  expect(joined.consumers).toMatchObject([
    { producerId, memberId: joined.members[0]?.id, kind: 'audio', source: 'microphone' },
  ]);
  for (const { iceCandidates, dtlsParameters } of [joined.sendTransport, joined.recvTransport]) {
    expect(iceCandidates.map(({ protocol, ip }) => `${protocol} ${ip}`)).toEqual([
      'udp 127.0.0.1',
      'tcp 127.0.0.1',
    ]);
    expect(dtlsParameters.fingerprints.map(({ algorithm }) => algorithm)).toEqual(['sha-256']);
  }
  expect(joined.sendTransport.id).not.toBe(joined.recvTransport.id);
});

test('offers TURN servers with credentials of the member alone', async () => {
  const turning = await TestServer.open({ TURN_URLS: 'turn:turn.example:3478', TURN_SECRET: 'hush' });
  const { joined, self } = await turning.member('kitchen');
  expect(joined.iceServers).toEqual([
    {
      urls: ['turn:turn.example:3478'],
      username: expect.stringMatching(new RegExp(`^\\d+:${self.id}$`)),
      credential: expect.stringMatching(/^.{27}=$/),
    },
  ]);
  await turning.close();
});

test('tells those who are there, once, and the newcomer nothing that the answer says', async () => {
  const { client: ann } = await server.member('hall');
  await ann.request('produce', microphone());
  const { client: bob, self } = await server.member('hall', { name: 'Bob' });
  expect(await ann.next('memberJoined')).toEqual({ member: self });
  await Promise.all([ann.request('ping', {}), bob.request('ping', {})]);
  expect(ann.untaken).toEqual(['memberChanged']);
  expect(bob.untaken).toEqual([]);
});

test('people in other rooms hear nothing', async () => {
  const { client: stranger } = await server.member('elsewhere');
  await server.member('here');
  await stranger.request('ping', {});
  expect(stranger.untaken).toEqual([]);
});

test('joining twice is already_joined, and the first stays', async () => {
  const { client } = await server.member('twice');
  expect(await client.ask('join', { room: 'other', name: 'Ann', rtpCapabilities: canReceiveAll })).toBe(
    'already_joined',
  );
  expect(await client.ask('ping', {})).toBe('ok');
  await server.counted({ members: 1 });
});

test('joining twice at once lets in once', async () => {
  const client = await server.connect();
  const ask = () => client.ask('join', { room: 'both', name: 'Ann', rtpCapabilities: canReceiveAll });
  expect((await Promise.all([ask(), ask()])).toSorted()).toEqual(['already_joined', 'ok']);
  await server.counted({ rooms: 1, members: 1 });
});

test('a refused join may be tried again', async () => {
  const client = await server.connect();
  expect(await client.ask('join', { room: 'No Link' })).toBe('invalid_params');
  expect((await client.join('right')).room.name).toBe('right');
});

test('people may have the same name, and each gets a seat of their own', async () => {
  const { self: one } = await server.member('twins', { name: 'Ann' });
  const { self: two } = await server.member('twins', { name: 'Ann' });
  expect(new Set([one.id, two.id]).size).toBe(2);
  expect([one.seat, two.seat]).toEqual([0, 1]);
});

test('a seat is not given to somebody else later', async () => {
  await server.member('seats');
  const { client } = await server.member('seats');
  await client.request('leave', {});
  await client.closed;
  expect((await server.member('seats')).self.seat).toBe(2);
});

test('the room that everybody left is forgotten', async () => {
  const { client, joined } = await server.member('again');
  await client.request('leave', {});
  await client.closed;
  await server.counted({ rooms: 0 });
  const later = await server.member('again');
  expect(later.self.seat).toBe(0);
  expect(later.joined.room.startedAtMs).toBeGreaterThanOrEqual(joined.room.startedAtMs);
});

test('somebody who can receive nothing is let in, and is sent nothing', async () => {
  const { client: ann } = await server.member('deaf');
  await ann.request('produce', microphone());
  const deaf = await server.connect();
  const { consumers, members } = await deaf.join('deaf', {
    rtpCapabilities: { codecs: [], headerExtensions: [] },
  });
  expect(members.length).toBe(1);
  expect(consumers).toEqual([]);
});

test('capabilities that mediasoup cannot read are media_rejected', async () => {
  const [opus] = canReceiveAll.codecs;
  const client = await server.connect();
  const rtpCapabilities = { ...canReceiveAll, codecs: [{ ...opus, mimeType: 'nonsense' }] };
  expect(await client.ask('join', { room: 'odd', name: 'Ann', rtpCapabilities })).toBe('media_rejected');
  await server.counted({ rooms: 0 });
});

test('counts joins by their result', async () => {
  const before = await server.counts();
  const { client } = await server.member('counted');
  await client.ask('join', { room: 'counted', name: 'Ann', rtpCapabilities: canReceiveAll });
  const after = await server.counts();
  const grown = (result: string) =>
    (after[`joins_total{result="${result}"}`] ?? 0) - (before[`joins_total{result="${result}"}`] ?? 0);
  expect([grown('ok'), grown('already_joined')]).toEqual([1, 1]);
});

test('the member above the limit gets room_full, and a seat once somebody has left', async () => {
  const people = await Promise.all(Array.from({ length: limits.roomMembers }, () => server.member('full')));
  const late = await server.connect();
  const ask = () => late.ask('join', { room: 'full', name: 'Zoe', rtpCapabilities: canReceiveAll });
  expect(await ask()).toBe('room_full');
  expect((await server.member('elsewhere')).self.seat).toBe(0);
  await people[0]?.client.request('leave', {});
  expect(await ask()).toBe('ok');
  expect(await ask()).toBe('already_joined');
});
