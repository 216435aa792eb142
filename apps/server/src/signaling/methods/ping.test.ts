import { codecs } from '@earshot/protocol';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());

test.each(codecs)('is answered before and after joining ($subprotocol)', async (codec) => {
  const client = await server.connect({ codec });
  expect(await client.request('ping', {})).toEqual({});
  await client.join('room');
  expect(await client.request('ping', {})).toEqual({});
});

test('needs no params, and takes no list for them', async () => {
  const client = await server.connect();
  client.sendValue({ jsonrpc: '2.0', id: 'mine', method: 'ping' });
  const { id, result } = await client.inbox.take('the answer', (message) => message.id === 'mine');
  expect([id, result]).toEqual(['mine', {}]);
  expect(await client.ask('ping', [])).toBe('invalid_params');
});
