import { codecs } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { microphone } from '../../testing/fake-microphone.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(() => server.dismiss());
afterAll(() => server.close());

test.each(codecs)('takes the stream away from the others ($subprotocol)', async (codec) => {
  const { client: ann, self } = await server.member('room', { codec });
  const { client: bob } = await server.member('room', { codec });
  const { producerId } = await ann.request('produce', microphone());
  const { consumer } = await bob.next('consumerAdded');
  await bob.next('memberChanged');
  await ann.request('closeProducer', { producerId });
  expect(await bob.next('consumerRemoved')).toEqual({ consumerId: consumer.id });
  expect(await bob.next('memberChanged')).toEqual({ member: { ...self, microphone: 'off' } });
  await bob.request('ping', {});
  expect(bob.untaken).toEqual([]);
  expect((await server.member('room')).joined.consumers).toEqual([]);
});

test('twice is not_found, also both at once', async () => {
  const { client } = await server.member('room');
  const { producerId } = await client.request('produce', microphone());
  const close = () => client.ask('closeProducer', { producerId });
  expect(await Promise.all([close(), close()])).toEqual(['ok', 'not_found']);
  expect(await close()).toBe('not_found');
});

test('before joining it is not_joined', async () => {
  const client = await server.connect();
  expect(await client.ask('closeProducer', { producerId: 'x' })).toBe('not_joined');
});

test('makes place for another stream', async () => {
  const { client } = await server.member('room');
  for (let i = 0; i < 10; i++) {
    const { producerId } = await client.request('produce', microphone());
    await client.request('closeProducer', { producerId });
  }
  await server.counted({ producers: 0 });
});

test('a muted stream beside a live one: the microphone shows what is left', async () => {
  const { client: ann } = await server.member('room');
  const { client: bob } = await server.member('room');
  const live = await ann.request('produce', microphone());
  await ann.request('produce', microphone({ paused: true }));
  expect((await bob.next('memberChanged')).member.microphone).toBe('live');
  await ann.request('closeProducer', live);
  expect((await bob.next('memberChanged')).member.microphone).toBe('muted');
});

test('a stream that is opened and closed at once leaves nothing behind', async () => {
  const { client: ann } = await server.member('room');
  const listeners = await Promise.all([1, 2, 3].map(() => server.member('room')));
  for (let i = 0; i < 10; i++) {
    const { producerId } = await ann.request('produce', microphone());
    await ann.request('closeProducer', { producerId });
  }
  await Promise.all(
    listeners.map(async ({ client }) => {
      const added = client.history.filter((name) => name === 'consumerAdded');
      for (const _ of added) {
        const { consumer } = await client.next('consumerAdded');
        expect(await client.next('consumerRemoved')).toEqual({ consumerId: consumer.id });
      }
    }),
  );
  await server.counted({ producers: 0, consumers: 0 });
  expect(server.errors).toEqual([]);
});
