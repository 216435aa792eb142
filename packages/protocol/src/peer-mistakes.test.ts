import { expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { jsonCodec } from './codec.ts';
import { RpcError } from './errors.ts';
import { limits } from './limits.ts';
import { clientMethods, serverMethods } from './methods.ts';
import { type Handlers, RpcPeer } from './peer.ts';
import { cpuTimeMs } from './testing/cpu-time.ts';
import { alone, failure, handlers, request, settled } from './testing/peers.ts';

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
