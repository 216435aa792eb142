import { codecs, limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { microphone } from '../../testing/fake-microphone.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(() => server.dismiss());
afterAll(() => server.close());

async function annAndBob(codec = codecs[0]) {
  const { client: ann } = await server.member('room', codec ? { codec } : {});
  const { client: bob } = await server.member('room', codec ? { codec } : {});
  const { producerId } = await ann.request('produce', microphone());
  await bob.next('consumerAdded');
  await bob.next('memberChanged');
  return { ann, bob, producerId };
}

test.each(codecs)('mutes and unmutes, and the others see it ($subprotocol)', async (codec) => {
  const { ann, bob, producerId } = await annAndBob(codec);
  await ann.request('setProducerPaused', { producerId, paused: true });
  expect((await bob.next('memberChanged')).member.microphone).toBe('muted');
  await ann.request('setProducerPaused', { producerId, paused: false });
  expect((await bob.next('memberChanged')).member.microphone).toBe('live');
  expect((await server.member('room')).joined.members[0]?.microphone).toBe('live');
});

test('muting what is muted is fine, and not announced again', async () => {
  const { ann, bob, producerId } = await annAndBob();
  await ann.request('setProducerPaused', { producerId, paused: true });
  await ann.request('setProducerPaused', { producerId, paused: true });
  await bob.next('memberChanged');
  await bob.request('ping', {});
  expect(bob.untaken).toEqual([]);
});

test('the last word counts when many come at once', async () => {
  const { ann, bob, producerId } = await annAndBob();
  const words = [true, false, true, false, true];
  await Promise.all(words.map((paused) => ann.request('setProducerPaused', { producerId, paused })));
  const { joined } = await server.member('room');
  expect(joined.members[0]?.microphone).toBe('muted');
  await bob.request('ping', {});
  const seen = bob.inbox.items.filter(({ method }) => method === 'memberChanged');
  expect(seen.at(-1)?.params).toMatchObject({ member: { microphone: 'muted' } });
});

test('before joining it is not_joined', async () => {
  const client = await server.connect();
  expect(await client.ask('setProducerPaused', { producerId: 'x', paused: true })).toBe('not_joined');
});

test('a stream that has ended is not_found', async () => {
  const { ann, producerId } = await annAndBob();
  await ann.request('closeProducer', { producerId });
  expect(await ann.ask('setProducerPaused', { producerId, paused: true })).toBe('not_found');
});

test('a stream that ends in the same moment is ok or not_found, and stays ended', async () => {
  const { ann, bob, producerId } = await annAndBob();
  const answers = await Promise.all([
    ann.ask('setProducerPaused', { producerId, paused: true }),
    ann.ask('closeProducer', { producerId }),
  ]);
  expect(['ok', 'not_found']).toContain(answers[0]);
  expect(answers[1]).toBe('ok');
  await bob.next('consumerRemoved');
  const { joined } = await server.member('room');
  expect(joined.members[0]?.microphone).toBe('off');
  expect(server.errors).toEqual([]);
});

test('unmuting without end is rate_limited, since the whole room hears of each; muting always works', async () => {
  const { ann, producerId } = await annAndBob();
  const toggle = async (paused: boolean) => ann.ask('setProducerPaused', { producerId, paused });
  const unmutings: string[] = [];
  for (let turn = 0; turn < limits.streamChangeBurst + 2; turn++) {
    unmutings.push(await toggle(false));
    expect(await toggle(true)).toBe('ok');
  }
  expect(unmutings[0]).toBe('ok');
  expect(unmutings.at(-1)).toBe('rate_limited');
});
