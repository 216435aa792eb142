import { limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(() => server.dismiss());
afterAll(() => server.close());

test('everyone sees hands and the order in which they went up, newcomers too', async () => {
  const { client: ann } = await server.member('room');
  const { client: bob } = await server.member('room');
  const { client: cleo } = await server.member('room');
  await bob.request('setHand', { raised: true });
  await ann.request('setHand', { raised: true });
  const [first, second] = [await cleo.next('memberChanged'), await cleo.next('memberChanged')];
  expect(first.member.hand?.raisedAtMs).toBeGreaterThan(0);
  expect(second.member.hand?.raisedAtMs).toBeGreaterThanOrEqual(first.member.hand?.raisedAtMs ?? Infinity);
  const { joined } = await server.member('room');
  expect(joined.members.map(({ hand }) => hand !== undefined)).toEqual([true, true, false]);
});

test('a hand that is up keeps its place, and one that is down is nothing to tell', async () => {
  const { client: ann } = await server.member('room');
  const { client: bob } = await server.member('room');
  await ann.request('setHand', { raised: true });
  await ann.request('setHand', { raised: true });
  await ann.request('setHand', { raised: false });
  await ann.request('setHand', { raised: false });
  await bob.request('ping', {});
  const seen = [await bob.next('memberChanged'), await bob.next('memberChanged')].map(({ member }) => member);
  expect(bob.untaken).toEqual([]);
  expect(seen.map(({ hand }) => hand !== undefined)).toEqual([true, false]);
});

test('before joining it is not_joined', async () => {
  const client = await server.connect();
  expect(await client.ask('setHand', { raised: true })).toBe('not_joined');
});

test('waving without end is rate_limited, and lowering always works', async () => {
  const { client: ann } = await server.member('room');
  const raisings: string[] = [];
  for (let turn = 0; turn < limits.profileChangeBurst + 2; turn++) {
    raisings.push(await ann.ask('setHand', { raised: true }));
    expect(await ann.ask('setHand', { raised: false })).toBe('ok');
  }
  expect(raisings[0]).toBe('ok');
  expect(raisings.at(-1)).toBe('rate_limited');
});
