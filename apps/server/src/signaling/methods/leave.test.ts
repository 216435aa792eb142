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

test.each(codecs)(
  'is answered, then the connection closes, and the others know ($subprotocol)',
  async (codec) => {
    const { client: ann, self } = await server.member('room', { codec });
    const { client: bob } = await server.member('room', { codec });
    await ann.request('produce', microphone());
    const { consumer } = await bob.next('consumerAdded');
    await bob.next('memberChanged');
    expect(await ann.request('leave', {})).toEqual({});
    expect(await ann.closed).toEqual({ code: 1000, reason: 'left' });
    expect(await bob.next('memberLeft')).toEqual({ memberId: self.id, reason: 'left' });
    expect(await bob.next('consumerRemoved')).toEqual({ consumerId: consumer.id });
    await bob.request('ping', {});
    expect(bob.untaken).toEqual([]);
  },
);

test('before joining it is not_joined', async () => {
  const client = await server.connect();
  expect(await client.ask('leave', {})).toBe('not_joined');
  expect((await client.join('room')).self.seat).toBe(0);
});

test('what follows in the same breath is not done any more', async () => {
  const { client: ann } = await server.member('room');
  const { client: bob } = await server.member('room');
  const answers = await Promise.all([
    ann.ask('leave', {}),
    ann.ask('leave', {}),
    ann.ask('produce', microphone()),
    ann.ask('ping', {}),
  ]);
  expect(answers[0]).toBe('ok');
  expect(answers.slice(2)).not.toContain('ok');
  await bob.next('memberLeft');
  await bob.request('ping', {});
  expect(bob.untaken).toEqual([]);
  await server.counted({ members: 1, producers: 0 });
});

test('what was under way when its member left ends quietly', async () => {
  const { client: bob } = await server.member('room');
  for (let i = 0; i < 10; i++) {
    const { client: ann } = await server.member('room');
    const answers = Promise.all([
      ann.ask('produce', microphone()),
      ann.ask('produce', microphone()),
      ann.ask('leave', {}),
    ]);
    await answers;
    await ann.closed;
    await bob.next('memberLeft');
  }
  const { client: cid, joined } = await server.member('room');
  expect(joined.consumers).toEqual([]);
  await cid.request('ping', {});
  await server.counted({ members: 2, producers: 0, consumers: 0 });
  const told = bob.history.filter((name) => name !== 'result' && !name.startsWith('consumer'));
  for (const [index, name] of told.entries()) {
    if (name === 'memberChanged') expect(told[index - 1]).not.toBe('memberLeft');
  }
  expect(server.errors).toEqual([]);
});

test.each([
  ['with 1000', 1000, 'left'],
  ['with 1001, as a page that is closed', 1001, 'left'],
  ['without a code', undefined, 'left'],
  ['with a code of its own', 4000, 'lost'],
])('whether a socket that closes %s said goodbye', async (_how, code, reason) => {
  const { client: ann, self } = await server.member('room');
  const { client: bob } = await server.member('room');
  ann.socket.close(code);
  expect(await bob.next('memberLeft')).toEqual({ memberId: self.id, reason });
});

test('a socket that is cut counts as lost', async () => {
  const { client: ann, self } = await server.member('room');
  const { client: bob } = await server.member('room');
  ann.destroy();
  expect(await bob.next('memberLeft')).toEqual({ memberId: self.id, reason: 'lost' });
});
