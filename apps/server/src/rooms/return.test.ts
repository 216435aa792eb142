import { limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { microphone } from '../testing/fake-microphone.ts';
import { openHouse } from '../testing/house.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1' });
  Object.assign(limits, { seatKeptMs: 2_000 });
});
afterEach(async () => {
  await server.dismiss();
  await server.counted({ rooms: 0, sessions: 0, transports: 0, producers: 0, consumers: 0 });
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

test('who loses the connection keeps the seat, silent and away, and comes back into it', async () => {
  const { client: witness } = await server.member('room');
  const { client: lost, joined } = await server.member('room', { name: 'Bea' });
  await witness.next('memberJoined');
  await lost.request('produce', microphone());
  const { consumer } = await witness.next('consumerAdded');
  expect((await witness.next('memberChanged')).member.microphone).toBe('live');

  lost.destroy();
  expect((await witness.next('memberChanged')).member).toMatchObject({ presence: 'away', microphone: 'off' });
  expect(await witness.next('consumerRemoved')).toEqual({ consumerId: consumer.id });

  const back = await server.connect();
  const again = await back.join('room', { returning: joined.returnToken });
  expect(again.self).toEqual({ ...joined.self, presence: 'here' });
  expect(again.returnToken).not.toBe(joined.returnToken);
  expect(again.members).toHaveLength(1);
  expect((await witness.next('memberChanged')).member).toEqual(again.self);
  await back.request('produce', microphone());
  expect((await witness.next('consumerAdded')).consumer.memberId).toBe(joined.self.id);
  expect(witness.untaken).not.toContain('memberLeft');
  expect(witness.untaken).not.toContain('memberJoined');
});

test('who comes back before the server has noticed replaces their own former connection', async () => {
  const { client: stale, joined } = await server.member('room');
  const back = await server.connect();
  expect((await back.join('room', { returning: joined.returnToken })).self.id).toBe(joined.self.id);
  expect(await stale.closed).toEqual({ code: 4410, reason: 'replaced' });
  // Both of the member's, and the room's own tap.
  await server.counted({ members: 1, sessions: 1, transports: 3 });
  await back.request('ping', {});
});

test('no seat is given up while its holder is on their way back to it', async () => {
  const { joined } = await server.member('room');
  await server.member('room');
  const { seatKeptMs } = limits;
  // Sooner than any worker opens two transports.
  Object.assign(limits, { seatKeptMs: 0 });
  try {
    const back = await server.connect();
    expect((await back.join('room', { returning: joined.returnToken })).self.id).toBe(joined.self.id);
  } finally {
    Object.assign(limits, { seatKeptMs });
  }
});

test('a token serves once, and one that is unknown makes a newcomer', async () => {
  const { joined } = await server.member('room');
  const back = await server.connect();
  await back.join('room', { returning: joined.returnToken });
  for (const returning of [joined.returnToken, 'never-made', back.codec.subprotocol]) {
    const thief = await server.connect();
    expect((await thief.join('room', { returning })).self.id).not.toBe(joined.self.id);
  }
  await server.counted({ members: 4 });
});

test('whoever never got the answer to a return comes back with the token before, and only they', async () => {
  const { client: witness } = await server.member('room');
  const { client, joined } = await server.member('room');
  const { returnToken: returning } = joined;
  const away = async () => {
    while ((await witness.next('memberChanged')).member.presence !== 'away');
  };
  client.destroy();
  await away();
  const unanswered = await server.connect();
  await unanswered.join('room', { returning });
  unanswered.destroy();
  await away();
  const back = await server.connect();
  expect((await back.join('room', { returning })).self.id).toBe(joined.self.id);
  await back.request('ping', {});
  back.destroy();
  await away();
  const thief = await server.connect();
  expect((await thief.join('room', { returning })).self.id).not.toBe(joined.self.id);
});

test('a token of another room is none', async () => {
  const { joined } = await server.member('room');
  const other = await server.connect();
  expect((await other.join('elsewhere', { returning: joined.returnToken })).self.id).not.toBe(joined.self.id);
});

test('leaving gives the seat up at once', async () => {
  const { client, joined } = await server.member('room');
  await server.member('room');
  await client.request('leave', {});
  await client.closed;
  const back = await server.connect();
  expect((await back.join('room', { returning: joined.returnToken })).self.seat).toBe(2);
});

test('of several returns at once one takes the seat', async () => {
  await server.member('room');
  const { client, joined } = await server.member('room');
  client.destroy();
  const rivals = await Promise.all([1, 2, 3].map(() => server.connect()));
  const seats = await Promise.all(
    rivals.map((rival) =>
      rival.join('room', { returning: joined.returnToken }).then(
        ({ self }) => self.id,
        (error) => error.error,
      ),
    ),
  );
  expect(seats.filter((id) => id === joined.self.id)).toHaveLength(1);
  const { joined: seen } = await server.member('room');
  expect(seen.members.filter(({ id }) => id === joined.self.id)).toHaveLength(1);
});

test('a return that breaks off in the middle breaks nothing', async () => {
  const { client: witness } = await server.member('room');
  for (let round = 0; round < 10; round++) {
    const { client, joined } = await server.member('room');
    client.destroy();
    const back = await server.connect();
    back.sendValue({
      jsonrpc: '2.0',
      id: 1,
      method: 'join',
      params: {
        room: 'room',
        name: 'Ann',
        rtpCapabilities: joined.routerRtpCapabilities,
        returning: joined.returnToken,
      },
    });
    for (let turns = 0; turns < round; turns++) await new Promise(setImmediate);
    back.destroy();
  }
  await witness.request('ping', {});
  await server.counted({ members: 1, transports: 3 });
});

test('who comes back over another network is there from now on: bans on it hold, and a ban on them hits it', async () => {
  const [owner] = await openHouse(server, 'moved');
  const [home, cafe, train] = ['203.0.113.1', '203.0.113.2', '203.0.113.3'];
  const { self: pest } = await server.member('moved', { forwardedFor: cafe });
  await owner.client.request('banMember', { memberId: pest.id, forMs: 60_000 });
  const { client, joined } = await server.member('moved', { forwardedFor: home });
  const back = async (forwardedFor: string, returning: string | undefined) => {
    const client = await server.connect({ forwardedFor });
    const { self, returnToken } = await client.join('moved', { returning });
    return { client, id: self.id, returnToken };
  };
  await expect(back(cafe, joined.returnToken)).rejects.toMatchObject({ error: 'banned' });
  // Nobody was sent out by the attempt.
  expect(await client.ask('ping', {})).toBe('ok');
  const moved = await back(train, joined.returnToken);
  expect(moved.id).toBe(joined.self.id);
  await owner.client.request('banMember', { memberId: moved.id, forMs: 60_000 });
  await expect(back(train, undefined)).rejects.toMatchObject({ error: 'banned' });
  expect((await back(home, undefined)).id).not.toBe(joined.self.id);
});
