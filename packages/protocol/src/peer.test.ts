import { ManualClock } from '@earshot/lifetime';
import { expect, jest, test } from '@jest/globals';
import * as z from 'zod/mini';
import { codecs, type Frame, jsonCodec } from './codec.ts';
import { RpcError } from './errors.ts';
import { limits } from './limits.ts';
import { clientMethods, serverMethods } from './methods.ts';
import { type Handlers, type PeerOptions, RpcPeer } from './peer.ts';
import { cpuTimeMs } from './testing/cpu-time.ts';

const table = {
  add: { params: z.object({ a: z.number(), b: z.number() }), result: z.object({ sum: z.number() }) },
  wait: { params: z.object({}), result: z.object({}) },
} as const;
type Table = typeof table;

const handlers: Handlers<Table> = {
  add: ({ a, b }) => ({ sum: a + b }),
  wait: () => new Promise(() => {}),
};

/** One peer, what it has sent, and a way to say things to it as a stranger would. */
function alone(options: Partial<PeerOptions<Table, Table>> = {}) {
  const sent: unknown[] = [];
  const clock = new ManualClock();
  const peer = new RpcPeer<Table, Table>({
    codec: jsonCodec,
    send: (frame) => void sent.push(JSON.parse(frame as string)),
    answers: table,
    handlers,
    asks: table,
    clock,
    ...options,
  });
  return { peer, sent, clock, hear: (message: unknown) => peer.receive(JSON.stringify(message)) };
}

/** Two peers that hear each other. */
function conversation(codec = jsonCodec, options: Partial<PeerOptions<Table, Table>> = {}) {
  const clock = new ManualClock();
  const carry = (to: () => RpcPeer<Table, Table>) => (frame: Frame) => void to().receive(frame);
  const common = { codec, answers: table, handlers, asks: table, clock };
  const ann: RpcPeer<Table, Table> = new RpcPeer({ ...common, send: carry(() => bob) });
  const bob: RpcPeer<Table, Table> = new RpcPeer({ ...common, send: carry(() => ann), ...options });
  return { ann, bob, clock };
}

/** Lets answers that are ready be sent. */
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

const request = (id: unknown, method: string, params?: unknown) => ({ jsonrpc: '2.0', id, method, params });
const failure = (id: unknown, error: string) => ({
  jsonrpc: '2.0',
  id,
  error: expect.objectContaining({ data: expect.objectContaining({ error }) }),
});

test.each(codecs.map((codec) => [codec.subprotocol, codec] as const))(
  'asks and answers both ways in %s',
  async (_name, codec) => {
    const { ann, bob } = conversation(codec);
    const answers = await Promise.all([
      ann.request('add', { a: 1, b: 2 }),
      bob.request('add', { a: 3, b: 4 }),
    ]);
    expect(answers).toEqual([{ sum: 3 }, { sum: 7 }]);
  },
);

test('an expected failure arrives with its name and detail', async () => {
  const { ann } = conversation(jsonCodec, {
    handlers: {
      ...handlers,
      add: () => {
        throw new RpcError('room_full', { detail: '100 people' });
      },
    },
  });
  await expect(ann.request('add', { a: 1, b: 2 })).rejects.toMatchObject({
    error: 'room_full',
    detail: '100 people',
  });
});

test.each([
  [
    'throws',
    () => {
      throw new Error('secret');
    },
  ],
  ['rejects', () => Promise.reject(new Error('secret'))],
  [
    'throws nothing',
    () => {
      throw undefined;
    },
  ],
  ['answers with what cannot be encoded', () => ({ sum: 1n })],
  [
    'answers with itself',
    () => {
      const loop: { sum?: unknown } = {};
      loop.sum = loop;
      return loop;
    },
  ],
])('a handler that %s answers once, with internal and nothing of its text', async (_what, add) => {
  const onAnswered = jest.fn();
  const { sent, hear } = alone({
    handlers: { ...handlers, add: add as unknown as Handlers<Table>['add'] },
    onAnswered,
  });
  expect(hear(request(1, 'add', { a: 1, b: 2 }))).toBeUndefined();
  await settled();
  expect(sent).toEqual([failure(1, 'internal')]);
  expect(JSON.stringify(sent)).not.toContain('secret');
  expect(onAnswered).toHaveBeenCalledTimes(1);
  expect(onAnswered).toHaveBeenCalledWith('add', expect.anything());
});

test('a handler that answers nothing still makes a whole answer', async () => {
  const { sent, hear } = alone({ handlers: { ...handlers, wait: (() => undefined) as never } });
  hear(request(1, 'wait'));
  await settled();
  expect(sent).toEqual([{ jsonrpc: '2.0', id: 1, result: null }]);
});

test('tells of an answer after it was sent, so that what follows comes after it', async () => {
  const order: string[] = [];
  const { peer, hear } = alone({
    send: (frame) => void order.push(frame as string),
    onAnswered: () => peer.notify('news', {}),
  });
  hear(request(1, 'add', { a: 1, b: 2 }));
  await settled();
  expect(order.map((frame) => 'result' in JSON.parse(frame))).toEqual([true, false]);
});

test('gives up on an answer at the deadline and leaves no timer', async () => {
  const { ann, clock } = conversation();
  const answers = Promise.allSettled([ann.request('wait', {}), ann.request('wait', {}, { timeoutMs: 50 })]);
  clock.advance(50);
  expect(clock.pendingTimers).toBe(1);
  clock.advance(limits.requestTimeoutMs - 50);
  expect(await answers).toEqual([
    { status: 'rejected', reason: expect.objectContaining({ error: 'timeout' }) },
    { status: 'rejected', reason: expect.objectContaining({ error: 'timeout' }) },
  ]);
  expect(clock.pendingTimers).toBe(0);
});

test('closing fails what waits, sends nothing more of its own, and leaves no timer', async () => {
  const { peer, sent, clock } = alone();
  const answer = peer.request('wait', {});
  peer.close();
  await expect(answer).rejects.toMatchObject({ error: 'connection_lost' });
  await expect(peer.request('wait', {})).rejects.toMatchObject({ error: 'connection_lost' });
  expect(sent).toHaveLength(1);
  expect(clock.pendingTimers).toBe(0);
});

test('a request that cannot be encoded fails by itself and waits for nothing', async () => {
  const { peer, sent, clock } = alone();
  await expect(peer.request('add', { a: 1n as unknown as number, b: 1 })).rejects.toMatchObject({
    error: 'internal',
  });
  expect(sent).toEqual([]);
  expect(clock.pendingTimers).toBe(0);
});

test('asks no more at once than the other side takes', async () => {
  const { peer, sent } = alone();
  const questions = Array.from({ length: limits.requestsInFlight }, () => peer.request('wait', {}));
  await expect(peer.request('wait', {})).rejects.toMatchObject({ error: 'rate_limited' });
  expect(sent).toHaveLength(limits.requestsInFlight);
  peer.close();
  await Promise.allSettled(questions);
});

test('an answer that does not fit its schema is an internal error', async () => {
  const { peer, hear } = alone();
  const answer = peer.request('add', { a: 1, b: 2 });
  hear({ jsonrpc: '2.0', id: 1, result: { sum: '3' } });
  await expect(answer).rejects.toMatchObject({ error: 'internal', detail: 'sum: is not a number' });
});

test('answers as many requests at once as the limit, refuses more, and recovers', async () => {
  const finish: (() => void)[] = [];
  const { sent, hear } = alone({
    handlers: { ...handlers, wait: () => new Promise((done) => finish.push(() => done({}))) },
  });
  for (let id = 1; id <= limits.requestsInFlight; id += 1) expect(hear(request(id, 'wait'))).toBeUndefined();
  expect(hear(request('one more', 'wait'))).toMatchObject({ error: 'rate_limited' });
  expect(sent).toEqual([failure('one more', 'rate_limited')]);
  finish[0]?.();
  await settled();
  expect(hear(request('now', 'add', { a: 1, b: 1 }))).toBeUndefined();
  await settled();
  expect(sent.at(-1)).toEqual({ jsonrpc: '2.0', id: 'now', result: { sum: 2 } });
});

test.each([
  ['add', { a: 1 }, 'b: is not a number'],
  ['add', { a: '1', b: 2 }, 'a: is not a number'],
  ['add', [1, 2], 'is not an object'],
  ['add', undefined, 'a: is not a number'],
])('refuses %s with %j and says what is wrong', (method, params, detail) => {
  const { sent, hear } = alone();
  expect(hear(request(1, method, params))).toMatchObject({ error: 'invalid_params', detail });
  expect(sent).toEqual([failure(1, 'invalid_params')]);
});

test.each([['sub'], ['__proto__'], ['constructor'], ['toString'], ['hasOwnProperty'], ['']])(
  'knows no method %j',
  (method) => {
    const { sent, hear } = alone();
    expect(hear(request(1, method))).toMatchObject({ error: 'method_not_found' });
    expect(sent).toEqual([failure(1, 'method_not_found')]);
  },
);

test('looks at no fields but those it knows', async () => {
  const seen: unknown[] = [];
  const { peer } = alone({ handlers: { ...handlers, add: (params) => ({ sum: seen.push(params) }) } });
  peer.receive('{"jsonrpc":"2.0","id":1,"method":"add","params":{"a":1,"b":2,"c":3,"__proto__":{"d":4}}}');
  await settled();
  expect(seen).toEqual([{ a: 1, b: 2 }]);
});

test('two requests of one id are answered one by one', async () => {
  const { sent, hear } = alone();
  hear(request(7, 'add', { a: 1, b: 1 }));
  hear(request(7, 'add', { a: 2, b: 2 }));
  await settled();
  expect(sent).toEqual([
    { jsonrpc: '2.0', id: 7, result: { sum: 2 } },
    { jsonrpc: '2.0', id: 7, result: { sum: 4 } },
  ]);
});

test.each([
  ['what cannot be decoded', '{', null, 'parse_error'],
  ['nothing', '', null, 'parse_error'],
  ['a batch', '[]', null, 'invalid_request'],
  ['a number', '7', null, 'invalid_request'],
  ['a request without version', '{"id":7,"method":"wait"}', 7, 'invalid_request'],
  ['a request with a broken id', '{"jsonrpc":"2.0","id":{},"method":"wait"}', null, 'invalid_request'],
  ['a notification, where none is taken', '{"jsonrpc":"2.0","method":"wait"}', null, 'invalid_request'],
])('answers %s with its error', (_what, frame, id, error) => {
  const { peer, sent } = alone();
  expect(peer.receive(frame)).toMatchObject({ error });
  expect(sent).toEqual([failure(id, error)]);
});

test.each([
  ['a result to no question', { id: 7, result: {} }],
  ['an error to no question', { id: 7, error: { code: -32003, message: '' } }],
  ['an error to nothing in particular', { id: null, error: { code: -32700, message: '' } }],
  ['a result without id', { result: {} }],
  ['a broken error', { id: 1, error: 'no' }],
  ['a broken error to nothing', { id: null, error: null }],
  ['an error without version', { jsonrpc: '1.0', id: 1, error: { code: 1, message: '' } }],
])('drops %s, so that two peers cannot answer each other for ever', async (_what, answer) => {
  const { peer, sent, hear } = alone();
  const question = peer.request('wait', {});
  expect(hear({ jsonrpc: '2.0', ...answer })).toMatchObject({ error: 'invalid_request' });
  expect(sent).toHaveLength(1);
  peer.close();
  await expect(question).rejects.toMatchObject({ error: 'connection_lost' });
});

test('hands notifications on as they are, and answers none', () => {
  const heard: unknown[] = [];
  const { sent, hear } = alone({ onNotification: (method, params) => heard.push([method, params]) });
  expect(hear({ jsonrpc: '2.0', method: 'news', params: { a: 1 } })).toBeUndefined();
  expect(hear({ jsonrpc: '2.0', method: 'of a later version' })).toBeUndefined();
  expect(heard).toEqual([
    ['news', { a: 1 }],
    ['of a later version', undefined],
  ]);
  expect(sent).toEqual([]);
});

test('a bug in the taker of notifications is told to the caller, not to the other side', () => {
  const bug = new Error('bug');
  const { sent, hear } = alone({
    onNotification: () => {
      throw bug;
    },
  });
  expect(hear({ jsonrpc: '2.0', method: 'news' })).toMatchObject({ error: 'internal', cause: bug });
  expect(sent).toEqual([]);
});

test.each([
  ['a request', { id: 7, method: 'add', params: { a: 1, b: 2 } }, [failure(7, 'rate_limited')]],
  ['what has no id', { method: 'add' }, [failure(null, 'rate_limited')]],
  ['an answer', { id: 7, result: {} }, []],
  ['an error', { id: 7, error: { code: 1, message: '' } }, []],
])('refuses %s unread', async (_what, message, answers) => {
  const { peer, sent } = alone();
  const error = new RpcError('rate_limited');
  expect(peer.refuse(JSON.stringify({ jsonrpc: '2.0', ...message }), error)).toBe(error);
  await settled();
  expect(sent).toEqual(answers);
});

test('refuses what cannot be decoded, without an id', () => {
  const { peer, sent } = alone();
  peer.refuse('{', new RpcError('rate_limited'));
  expect(sent).toEqual([failure(null, 'rate_limited')]);
});

test('spends no more time on a frame full of mistakes than on a good one', () => {
  const peer = new RpcPeer({
    codec: jsonCodec,
    send: () => {},
    answers: serverMethods,
    handlers: {} as Handlers<typeof serverMethods>,
    asks: clientMethods,
  });
  const parameters = Object.fromEntries(
    Array.from({ length: limits.objectKeys }, (_, key) => [`k${key}`, true]),
  );
  const codec = {
    kind: 'audio',
    mimeType: 'audio/opus',
    preferredPayloadType: 100,
    clockRate: 48_000,
    parameters,
  };
  const rtpCapabilities = { codecs: Array(32).fill(codec), headerExtensions: [] };
  const frame = JSON.stringify(request(1, 'join', { room: 'a', name: 'a', rtpCapabilities }));
  const busyMs = cpuTimeMs(() => {
    for (let count = 0; count < 50; count += 1) {
      expect(peer.receive(frame)).toMatchObject({ error: 'invalid_params' });
    }
  });
  // It is about 1 ms a frame, and 20 ms where every mistake is looked at.
  expect(busyMs / 50).toBeLessThan(8);
});

test('says no more about a mistake than fits in a log', () => {
  const { sent } = alone();
  const peer = new RpcPeer({
    codec: jsonCodec,
    send: (frame) => void sent.push(frame),
    answers: {
      set: {
        params: z.object({ all: z.record(z.string().check(z.maxLength(1)), z.string()) }),
        result: z.object({}),
      },
    },
    handlers: { set: () => ({}) },
    asks: {},
  });
  peer.receive(JSON.stringify(request(1, 'set', { all: { ['x'.repeat(60_000)]: 'y' } })));
  expect((sent[0] as string).length).toBeLessThan(500);
});
