import { setTimeout as pause } from 'node:timers/promises';
import { limits, topics, writeContent } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { mostWorkBeforeAnswer } from '../../testing/bystander.ts';
import { DataHouse } from '../../testing/data-house.ts';
import { Random } from '../../testing/random.ts';
import { until } from '../../testing/until.ts';

const house = DataHouse.forAllTests({ rooms: 0, data_producers: 0, data_consumers: 0 });
const enter = (room: string) => house.enter(room);

const post = (...body: unknown[]) => {
  const bytes = writeContent(body);
  return new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 1, ...bytes]);
};

test('a post goes to everyone else, or to those named, and who is not there is said', async () => {
  const [ann, bob, cat] = [await enter('post'), await enter('post'), await enter('post')];
  ann.data.say('game', 'all');
  ann.data.say('game', 'cat', [cat.self.seat]);
  ann.data.say('game', 'bob and nobody', [bob.self.seat, 99]);
  const from = ann.self.seat;
  await until(
    () => cat.data.heard.length + bob.data.heard.length,
    (count) => count === 4,
  );
  expect(cat.data.heard.map(({ text }) => text)).toEqual(['all', 'cat']);
  expect(bob.data.heard).toEqual([
    { topic: 'game', from, text: 'all' },
    { topic: 'game', from, text: 'bob and nobody' },
  ]);
  await until(
    () => ann.data.refusals,
    ({ length }) => length === 1,
  );
  expect(ann.data.refusals).toEqual([{ number: 3, error: 'not_found' }]);
  expect(ann.data.heard).toEqual([]);
});

test.each<[string, Uint8Array<ArrayBuffer>]>([
  ['nothing', new Uint8Array()],
  ['an unknown kind', new Uint8Array([9, 0, 0, 0, 0])],
  ['half a packet', new Uint8Array([1, 0, 0])],
  ['no MessagePack', new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 1, 0xc1])],
  ['a topic of the server', post(topics.refused, null, new Uint8Array())],
  ['an unknown topic of ours', post('earshot.new', null, new Uint8Array())],
  ['a topic that is none', post('Hello World', null, new Uint8Array())],
  ['a file for everybody', post(topics.file, null, new Uint8Array())],
  ['too much content', post('game', null, new Uint8Array(limits.dataBytes + 1))],
  ['text for bytes', post('game', null, 'text')],
  ['nobody', post('game', [], new Uint8Array())],
  ['a long reaction', post(topics.reaction, null, new Uint8Array(500))],
  ['a chat command that is none', post(topics.chat, null, writeContent({ do: 'shout' }))],
])('%s is refused and reaches nobody', async (_what, packet) => {
  const [ann, bob] = [await enter('bad'), await enter('bad')];
  expect(await ann.data.raw(packet)).toBe('malformed_data');
  ann.data.close();
  const next = new Uint8Array([
    ...packet.subarray(0, 0),
    2,
    ...writeContent(['game', null, new Uint8Array()]),
  ]);
  expect(await ann.data.raw(next)).toBe('ok');
  await until(
    () => bob.data.heard,
    ({ length }) => length > 0,
  );
  expect(bob.data.heard).toEqual([{ topic: 'game', from: ann.self.seat, text: '' }]);
});

test('random bytes end nothing but the patience with whoever sends them', async () => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
  const random = new Random(seed);
  const [ann, bob] = [await enter('fuzz'), await enter('fuzz')];
  const whole = [
    post('game', null, new Uint8Array(9)),
    post(topics.chat, null, writeContent({ do: 'delete', id: 'x'.repeat(16) })),
  ];
  let ended = '';
  void ann.client.closed.then(({ reason }) => {
    ended = reason;
  });
  for (let frame = 0; frame < 25 && !ended; frame++) {
    const packets = Array.from({ length: limits.dataPacketsPerFrame }, () => {
      const bytes = Uint8Array.from(random.pick(whole));
      for (let changes = 1 + random.below(4); changes > 0; changes--)
        bytes[random.below(bytes.length)] = random.below(256);
      return bytes.slice(0, random.chance(0.7) ? bytes.length : random.below(bytes.length + 1));
    });
    await ann.data.raw(...packets);
  }
  expect({ seed, ended }).toMatchObject({ ended: expect.stringMatching(/^(malformed|flooded|)$/) });
  await bob.client.request('ping', {});
  expect(house.server.errors).toEqual([]);
});

test('a flood of posts ends with its sender, and nobody else notices', async () => {
  const [ann, bob] = [await enter('flood'), await enter('flood')];
  const packet = new Uint8Array([2, ...writeContent(['game', null, new Uint8Array(10)])]);
  const flood = async () => {
    const closed = ann.client.closed.then(({ reason }) => reason);
    // On a busy machine the first of these may be forgiven by the time the last is there.
    for (;;) {
      for (let frame = 0; frame < 40; frame++) {
        void ann.data.raw(...Array.from({ length: limits.dataPacketsPerFrame }, () => packet));
      }
      const reason = await Promise.race([closed, pause(100)]);
      if (reason !== undefined) return reason;
    }
  };
  const beganAtMs = performance.now();
  const flooding = flood();
  expect(await mostWorkBeforeAnswer(bob.client, flooding)).toBeLessThan(300);
  expect(await flooding).toBe('flooded');
  const seconds = (performance.now() - beganAtMs) / 1_000;
  expect(bob.data.heard.length).toBeLessThanOrEqual(
    limits.dataPostBurst + seconds * limits.dataPostsPerSecond,
  );
});

test('a shower of loose posts in a room of many goes to as many as it may, and nobody else waits', async () => {
  const ann = await enter('shower');
  const others = await Promise.all(Array.from({ length: 30 }, () => enter('shower')));
  const packet = new Uint8Array([2, ...writeContent(['game', null, new Uint8Array(10)])]);
  const beganAtMs = performance.now();
  const showering = (async () => {
    // Within the rate of posts, and five times what may be sent on.
    for (let frame = 0; frame < 15; frame++) {
      await ann.data.raw(...Array.from({ length: limits.dataPacketsPerFrame }, () => packet));
    }
  })();
  const [bob] = others;
  expect(await mostWorkBeforeAnswer(bob?.client as typeof ann.client, showering)).toBeLessThan(300);
  expect(await ann.client.ask('ping', {})).toBe('ok');
  ann.data.say('game', 'and now?');
  await until(
    () => others.map(({ data }) => data.heard.at(-1)?.text),
    (texts) => texts.every((text) => text === 'and now?'),
  );
  const seconds = (performance.now() - beganAtMs) / 1_000;
  const heard = others.reduce((sum, { data }) => sum + data.heard.length, 0);
  expect(heard).toBeLessThanOrEqual(
    limits.dataSendBurst + 2 * others.length + seconds * limits.dataSendsPerSecond,
  );
});

test('what a slow reader does not take is bounded, and costs them nothing but that', async () => {
  const [ann, bob] = [await enter('slow'), await enter('slow')];
  // Bob's courier is gone: nothing is acknowledged any more.
  bob.data.close();
  const part = new Uint8Array(limits.dataBytes);
  for (let i = 0; i < 40; i++) ann.data.post('game', part);
  await until(
    () => ann.data.refusals,
    ({ length }) => length > 0,
  );
  expect(ann.data.refusals[0]?.error).toBe('receiver_slow');
  const kept =
    40 -
    (await until(
      () => ann.data.refusals.length,
      (count) => count >= 15,
    ));
  expect(kept * limits.dataBytes).toBeLessThanOrEqual(limits.dataShareBytes + limits.dataBytes);
  await bob.client.request('ping', {});
});

test('channels are opened once each, are counted, and go with their member', async () => {
  const { client } = await enter('channels');
  const channel = 'reliable' as const;
  const up = { channel, sctpStreamParameters: { streamId: 0, ordered: true } };
  await client.request('produceData', up);
  expect(await client.ask('produceData', { ...up, sctpStreamParameters: { streamId: 1 } })).toBe(
    'wrong_state',
  );
  const down = await client.request('consumeData', { channel });
  expect(down.sctpStreamParameters).toEqual({ streamId: expect.any(Number), ordered: true });
  expect(await client.ask('consumeData', { channel })).toBe('wrong_state');
  await client.request('consumeData', { channel: 'loose' });
  await house.server.counted({ data_producers: 2, data_consumers: 3 });
  const two = await enter('channels');
  await two.client.request('consumeData', { channel });
  await house.server.counted({ data_producers: 2, data_consumers: 4 });
});
