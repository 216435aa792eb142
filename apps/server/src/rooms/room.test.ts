import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { canReceiveAll, microphone } from '../testing/fake-microphone.ts';
import type { SignalingClient } from '../testing/signaling-client.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  await server.dismiss();
  await server.counted({ rooms: 0, sessions: 0, transports: 0, producers: 0, consumers: 0 });
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

const joinParams = { room: 'room', name: 'Ann', rtpCapabilities: canReceiveAll };
const sorted = (values: Iterable<string>) => [...values].toSorted();

/** Everybody this client was told of, by its answer and by what came after, and how often. */
async function told(client: SignalingClient, joined: Awaited<ReturnType<SignalingClient['join']>>) {
  await client.request('ping', {});
  const params = (name: string) =>
    client.inbox.items.filter(({ method }) => method === name).map((message) => message.params);
  const members = params('memberJoined') as { member: { id: string } }[];
  const consumers = params('consumerAdded') as { consumer: { producerId: string } }[];
  return {
    members: sorted([...joined.members, ...members.map(({ member }) => member)].map(({ id }) => id)),
    producers: sorted(
      [...joined.consumers, ...consumers.map(({ consumer }) => consumer)].map(({ producerId }) => producerId),
    ),
  };
}

test('in a storm of joins everybody hears of everybody and every stream once, the answer first', async () => {
  const people = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { client, joined, self } = await server.member('storm');
      const { producerId } = await client.request('produce', microphone());
      return { client, joined, id: self.id, producerId };
    }),
  );
  // Each is heard by the others, and by the room's own tap.
  await server.counted({ consumers: people.length * people.length });
  for (const { client, joined, id, producerId } of people) {
    expect(client.history[0]).toBe('result');
    expect(await told(client, joined)).toEqual({
      members: sorted(people.map((each) => each.id).filter((each) => each !== id)),
      producers: sorted(people.map((each) => each.producerId).filter((each) => each !== producerId)),
    });
  }
  expect(new Set(people.map(({ joined }) => joined.self.seat)).size).toBe(people.length);
});

test('those who are the first together share one room', async () => {
  for (let round = 0; round < 5; round++) {
    const people = await Promise.all([1, 2, 3, 4].map(() => server.member('first')));
    expect(sorted(people.map(({ self }) => String(self.seat)))).toEqual(['0', '1', '2', '3']);
    expect((await server.counts()).rooms).toBe(1);
    await server.dismiss();
  }
});

test('who joins while the last one leaves is in a room that works', async () => {
  for (let round = 0; round < 20; round++) {
    const { client: last } = await server.member('handover');
    const newcomer = await server.connect();
    const [joined] = await Promise.all([newcomer.join('handover'), last.request('leave', {})]);
    await newcomer.request('produce', microphone());
    const { joined: seen } = await server.member('handover');
    expect(seen.members.map(({ id }) => id)).toContain(joined.self.id);
    expect(seen.consumers.length).toBe(1);
    await server.dismiss();
  }
});

test('a socket that dies in the middle of its join frees the seat', async () => {
  const { client: witness } = await server.member('room');
  for (let round = 0; round < 30; round++) {
    const client = await server.connect();
    client.sendValue({ jsonrpc: '2.0', id: 1, method: 'join', params: joinParams });
    for (let turns = 0; turns < round % 10; turns++) await new Promise(setImmediate);
    client.destroy();
    await client.closed;
  }
  await server.counted({ members: 1, sessions: 1 });
  await witness.request('ping', {});
  const count = (name: string) => witness.history.filter((each) => each === name).length;
  expect(count('memberJoined')).toBe(count('memberLeft'));
  expect((await server.member('room')).joined.members.length).toBe(1);
});

test('a first member that dies in the middle of its join leaves no room', async () => {
  for (let round = 0; round < 30; round++) {
    const client = await server.connect();
    client.sendValue({ jsonrpc: '2.0', id: 1, method: 'join', params: joinParams });
    for (let turns = 0; turns < round % 10; turns++) await new Promise(setImmediate);
    client.destroy();
  }
});

test('streams that end while others join are heard of by nobody in the end', async () => {
  for (let round = 0; round < 10; round++) {
    const { client: ann } = await server.member('room');
    const { producerId } = await ann.request('produce', microphone());
    const joins = [1, 2, 3, 4, 5].map(() => server.member('room'));
    await Promise.all([ann.request('closeProducer', { producerId }), ...joins]);
    for (const { client, joined } of await Promise.all(joins)) {
      const open = new Set(joined.consumers.map(({ id }) => id));
      for (const name of client.history) {
        if (name === 'consumerAdded') open.add((await client.next('consumerAdded')).consumer.id);
      }
      for (const id of [...open]) {
        const { consumerId } = await client.next('consumerRemoved');
        expect(open.delete(consumerId) || id).toBe(true);
      }
      expect(open.size).toBe(0);
    }
    await server.counted({ producers: 0, consumers: 0 });
    await server.dismiss();
  }
});

test('members that leave while streams come up break nothing', async () => {
  const { client: witness } = await server.member('room');
  for (let round = 0; round < 10; round++) {
    const people = await Promise.all([1, 2, 3].map(() => server.member('room')));
    await Promise.all(
      people.map(async ({ client }, index) => {
        const asked = client.ask('produce', microphone());
        if (index === 1) client.destroy();
        else await client.ask('leave', {});
        await asked;
      }),
    );
    for (const _ of people) await witness.next('memberLeft');
  }
  await server.counted({ members: 1, producers: 0, consumers: 0 });
});
