import { codecs } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { dtlsParameters } from '../../testing/fake-microphone.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(() => server.dismiss());
afterAll(() => server.close());

test.each(codecs)('takes the fingerprints of both transports, in any order ($subprotocol)', async (codec) => {
  const { client, joined } = await server.member('room', { codec });
  for (const { id: transportId } of [joined.recvTransport, joined.sendTransport]) {
    expect(
      await client.request('connectTransport', { transportId, dtlsParameters: dtlsParameters() }),
    ).toEqual({});
  }
});

test('twice is wrong_state, also both at once', async () => {
  const { client, joined } = await server.member('room');
  const connect = () =>
    client.ask('connectTransport', {
      transportId: joined.sendTransport.id,
      dtlsParameters: dtlsParameters(),
    });
  expect((await Promise.all([connect(), connect()])).toSorted()).toEqual(['ok', 'wrong_state']);
  expect(await connect()).toBe('wrong_state');
});

test('before joining it is not_joined', async () => {
  const client = await server.connect();
  const params = { transportId: 'x', dtlsParameters: dtlsParameters() };
  expect(await client.ask('connectTransport', params)).toBe('not_joined');
});

test('a transport that does not exist is not_found', async () => {
  const { client } = await server.member('room');
  const params = { transportId: 'x', dtlsParameters: dtlsParameters() };
  expect(await client.ask('connectTransport', params)).toBe('not_found');
});
