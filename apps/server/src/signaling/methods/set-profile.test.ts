import { limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(() => server.dismiss());
afterAll(() => server.close());

test('a new name, an emoji and a line are seen by everyone, cleaned', async () => {
  const { client: ann } = await server.member('room');
  const { client: bob } = await server.member('room');
  await ann.request('setProfile', { name: ' Ann  Lee ', emoji: '🦊', status: 'Back\u202e at five' });
  const { member } = await bob.next('memberChanged');
  expect(member).toMatchObject({ name: 'Ann Lee', profile: { emoji: '🦊', status: 'Back at five' } });
  const { joined } = await server.member('room');
  expect(joined.members[0]).toMatchObject({ name: 'Ann Lee', profile: { emoji: '🦊' } });
});

test('an empty profile is left out, and the same one again is nothing to tell', async () => {
  const { client: ann, joined } = await server.member('room');
  const { client: bob } = await server.member('room');
  const { name } = joined.self;
  await ann.request('setProfile', { name, emoji: '', status: '' });
  await ann.request('setProfile', { name, emoji: '🦊', status: '' });
  await ann.request('setProfile', { name, emoji: '', status: '' });
  await bob.request('ping', {});
  const seen = [await bob.next('memberChanged'), await bob.next('memberChanged')].map(({ member }) => member);
  expect(bob.untaken).toEqual([]);
  expect(seen.map(({ profile }) => profile)).toEqual([{ emoji: '🦊', status: '' }, undefined]);
});

test('before joining it is not_joined', async () => {
  const client = await server.connect();
  expect(await client.ask('setProfile', { name: 'Ann', emoji: '', status: '' })).toBe('not_joined');
});

test('changing without end is rate_limited', async () => {
  const { client: ann } = await server.member('room');
  const answers: string[] = [];
  for (let turn = 0; turn < limits.profileChangeBurst + 2; turn++) {
    answers.push(await ann.ask('setProfile', { name: `Ann ${turn}`, emoji: '', status: '' }));
  }
  expect(answers[0]).toBe('ok');
  expect(answers.at(-1)).toBe('rate_limited');
});
