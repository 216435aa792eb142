import { type JoinParams, limits, msgpackCodec, type RpcError } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DataClient } from '../testing/data-client.ts';
import { KeyHolder } from '../testing/key-holder.ts';
import { joinPatiently } from '../testing/patient-join.ts';
import type { SignalingClient } from '../testing/signaling-client.ts';
import { solve } from '../testing/solve.ts';
import { realLimits, TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

/** Everything as it is outside of tests, but the machine may be as busy as it likes, and the work is short. */
const asOutside = { ...realLimits, seatKeptMs: 30, puzzleBitsLeast: 2, puzzleBitsMost: 6 };
const calm = { busyLoopDelayMs: 1_000_000, busyJoinsPerSecond: 1_000_000 };

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1' });
});
beforeEach(() => {
  Object.assign(limits, asOutside, calm);
});
afterEach(async () => {
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

/** Tells how a join ended: `served`, or the error's name. */
async function outcome(
  client: SignalingClient,
  params: Partial<JoinParams> & { room: string },
): Promise<string> {
  return client.join(params.room, params).then(
    () => 'served',
    (error: RpcError) => error.error,
  );
}

const counted = (all: readonly string[]) =>
  Object.fromEntries(
    [...new Set(all)].sort().map((each) => [each, all.filter((one) => one === each).length]),
  );

test('200 bots from one prefix: the first are served, the others get puzzles, and people from elsewhere notice nothing', async () => {
  // Nothing is forgotten while a busy machine is at it.
  Object.assign(limits, { joinsPerPrefixPerSecond: 0.001 });
  const bots = Array.from({ length: 200 }, async (_, index) => {
    const client = await server.connect({ forwardedFor: '203.0.113.7' });
    return outcome(client, { room: `bots-${index % 2}` });
  });
  const found = counted(await Promise.all(bots));
  expect(found).toEqual({ puzzle_required: 160, served: limits.joinsFreePerPrefix });
  const honest = await server.connect({ forwardedFor: '198.51.100.1' });
  expect(await outcome(honest, { room: 'tea' })).toBe('served');
});

test('a school of 60 behind one address comes in, and the last of them work for it', async () => {
  const pupils = Array.from({ length: 60 }, async (_, index) => {
    const client = await server.connect({ forwardedFor: '203.0.113.60' });
    return joinPatiently(client, `class-${index % 3}`);
  });
  const found = await Promise.all(pupils);
  expect(found.filter(({ puzzles }) => puzzles === 0).length).toBeGreaterThanOrEqual(
    limits.joinsFreePerPrefix,
  );
  expect(found.filter(({ puzzles }) => puzzles > 0).length).toBeGreaterThan(0);
});

test('whoever goes on gets harder puzzles, and in the end is refused, whatever they work', async () => {
  Object.assign(limits, { joinsFreePerPrefix: 2, joinsPerPrefix: 10, joinsPerPrefixPerSecond: 0.001 });
  const bits: number[] = [];
  for (let i = 0; i < 10; i++) {
    const client = await server.connect({ forwardedFor: '203.0.113.8' });
    bits.push((await joinPatiently(client, 'greedy')).bits);
  }
  expect(bits.slice(0, 2)).toEqual([0, 0]);
  expect(bits).toEqual([...bits].sort((a, b) => a - b));
  expect(bits.at(-1)).toBe(limits.puzzleBitsMost);
  const last = await server.connect({ forwardedFor: '203.0.113.8' });
  expect(await outcome(last, { room: 'greedy' })).toBe('rate_limited');
});

test('hello brings the puzzle that is due, so that the join is one request all the same', async () => {
  Object.assign(limits, { joinsFreePerPrefix: 0 });
  const client = await server.connect({ forwardedFor: '203.0.113.9' });
  const puzzle = await client.puzzle;
  if (!puzzle) throw new Error('no puzzle came');
  await client.join('early', { solution: await solve(puzzle) });
  expect(client.history).toEqual(['result']);
});

test('a join that is tried again keeps its proof, and whose frame is small enough in either codec', async () => {
  Object.assign(limits, { joinsFreePerPrefix: 0 });
  const client = await server.connect({ forwardedFor: '203.0.113.10' });
  const holder = new KeyHolder();
  const identity = await holder.proof(client, { room: 'proved' });
  const refusal = await client.join('proved', { identity }).then(
    () => undefined,
    (error: RpcError) => error,
  );
  if (!refusal?.puzzle) throw new Error('no puzzle came');
  const { self } = await client.join('proved', { identity, solution: await solve(refusal.puzzle) });
  expect(self.key).toBe(holder.key);
});

test('one key over many prefixes is asked for work, too', async () => {
  Object.assign(limits, { joinsFreePerKey: 3, joinsPerKeyPerSecond: 0.001 });
  const holder = new KeyHolder();
  const found: string[] = [];
  for (let i = 0; i < 5; i++) {
    const client = await server.connect({ forwardedFor: `192.0.2.${i + 1}` });
    found.push(
      await outcome(client, { room: 'keyed', identity: await holder.proof(client, { room: 'keyed' }) }),
    );
  }
  expect(found).toEqual(['served', 'served', 'served', 'puzzle_required', 'puzzle_required']);
});

test('500 rooms from one prefix are not opened', async () => {
  Object.assign(limits, {
    joinsFreePerPrefix: 1_000,
    joinsPerPrefix: 1_000,
    roomsFreePerPrefix: 5,
    roomsPerPrefix: 10,
    roomsPerPrefixPerSecond: 0.001,
  });
  const before = (await server.counts()).rooms ?? 0;
  const found: string[] = [];
  for (let i = 0; i < 500; i++) {
    const client = await server.connect({ forwardedFor: '203.0.113.11' });
    found.push(
      await joinPatiently(client, `spam-${i}`).then(
        () => 'served',
        (error: RpcError) => error.error,
      ),
    );
    if (found.at(-1) !== 'served') client.destroy();
  }
  expect(counted(found)).toEqual({ rate_limited: 490, served: 10 });
  expect((await server.counts()).rooms).toBe(before + 10);
  const honest = await server.connect({ forwardedFor: '198.51.100.2' });
  expect(await outcome(honest, { room: 'a-new-one' })).toBe('served');
}, 60_000);

test('a flood of messages from one prefix cost work before they are relayed, and others go on writing', async () => {
  Object.assign(limits, { messagesFreePerPrefix: 3, messagesPerPrefixPerSecond: 0.001 });
  const enter = async (forwardedFor: string) =>
    new DataClient((await server.member('chatty', { codec: msgpackCodec, forwardedFor })).client);
  const bots = await Promise.all(Array.from({ length: 20 }, () => enter('203.0.113.12')));
  const ann = await enter('198.51.100.3');
  for (let i = 0; i < 160; i++) {
    bots[i % 20]?.command({ do: 'send', id: `a-message-of-a-flood-${i}`, text: `buy ${i}` });
  }
  ann.command({ do: 'send', id: 'a-word-of-a-person', text: 'hello' });
  const refusals = () =>
    bots.flatMap((bot) => bot.chat.flatMap((event) => (event.say === 'refused' ? [{ bot, event }] : [])));
  const refused = await until(refusals, ({ length }) => length >= 157);
  expect(new Set(refused.map(({ event }) => event.error))).toEqual(new Set(['puzzle_required']));
  const [first] = refused;
  if (!first?.event.puzzle) throw new Error('no puzzle came');
  const solution = await solve(first.event.puzzle);
  first.bot.command({ do: 'send', id: first.event.id, text: 'worked for', solution });
  const texts = await until(
    () => ann.chat.flatMap((event) => (event.say === 'message' ? [event.message.text] : [])),
    (all) => all.includes('worked for'),
  );
  expect(texts.filter((text) => text.startsWith('buy'))).toHaveLength(3);
  expect(texts).toHaveLength(5);
  for (const each of [...bots, ann]) each.close();
}, 60_000);

test('a prefix has so many connections and no more; they count no longer when they are gone', async () => {
  Object.assign(limits, { connectionsPerPrefix: 2 });
  const from = { forwardedFor: '203.0.113.13' };
  const [first] = [await server.connect(from), await server.connect(from)];
  await expect(server.connect(from)).rejects.toThrow('429');
  await server.connect({ forwardedFor: '198.51.100.4' });
  first?.destroy();
  await until(
    () =>
      server.connect(from).then(
        () => true,
        () => false,
      ),
    (let_in) => let_in,
  );
});

test('whoever only fails is asked for work, and then not heard for a while', async () => {
  Object.assign(limits, {
    failuresFreePerPrefix: 3,
    failuresPerPrefix: 6,
    failuresPerPrefixPerSecond: 0.001,
  });
  const from = { forwardedFor: '203.0.113.14' };
  const client = await server.connect(from);
  for (let i = 0; i < 4; i++) expect(await client.ask('join', { room: '' })).toBe('invalid_params');
  const next = await server.connect(from);
  expect((await next.puzzle)?.bits).toBeGreaterThan(0);
  for (let i = 0; i < 2; i++) expect(await client.ask('join', {})).toBe('invalid_params');
  await expect(server.connect(from)).rejects.toThrow('429');
});
