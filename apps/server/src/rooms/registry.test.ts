import { limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { canReceiveAll } from '../testing/fake-microphone.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

test('above the number of rooms a new one is server_full, and the same name works later', async () => {
  jest.replaceProperty(limits, 'rooms', 1 as never);
  const { client: first } = await server.member('only');
  const late = await server.connect();
  const ask = () => late.ask('join', { room: 'another', name: 'Zoe', rtpCapabilities: canReceiveAll });
  expect(await ask()).toBe('server_full');
  expect(await ask()).toBe('server_full');
  expect((await server.member('only')).self.seat).toBe(1);
  await first.request('leave', {});
  await server.dismiss();
  expect((await server.member('another')).self.seat).toBe(0);
});

test('rooms that open at once count, too', async () => {
  jest.replaceProperty(limits, 'rooms', 3 as never);
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(async (number) => {
      const client = await server.connect();
      return client.ask('join', { room: `room-${number}`, name: 'Ann', rtpCapabilities: canReceiveAll });
    }),
  );
  expect(answers.filter((answer) => answer === 'ok').length).toBe(3);
  expect(answers.filter((answer) => answer === 'server_full').length).toBe(2);
});

test.each(['constructor', 'hasownproperty', '你好', 'naïve', 'a'.repeat(limits.roomNameGraphemes), '2'])(
  'a room may be called %s',
  async (name) => {
    const [one, two] = await Promise.all([server.member(name), server.member(name)]);
    expect(one.joined.room.name).toBe(name);
    expect(sortedSeats(one.self.seat, two.self.seat)).toEqual([0, 1]);
  },
);

const sortedSeats = (...seats: number[]) => seats.toSorted((a, b) => a - b);
