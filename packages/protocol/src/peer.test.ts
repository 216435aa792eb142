import { expect, jest, test } from '@jest/globals';
import { codecs, jsonCodec } from './codec.ts';
import { RpcError } from './errors.ts';
import { limits } from './limits.ts';
import type { Handlers } from './peer.ts';
import { alone, conversation, failure, handlers, request, settled, type Table } from './testing/peers.ts';

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
