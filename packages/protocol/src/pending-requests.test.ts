import { ManualClock } from '@earshot/lifetime';
import { expect, test } from '@jest/globals';
import { RpcError } from './errors.ts';
import { limits } from './limits.ts';
import { PendingRequests } from './pending-requests.ts';

function waiting() {
  const clock = new ManualClock();
  return { clock, pending: new PendingRequests(clock) };
}

test('brings each answer to its question, in any order', async () => {
  const { clock, pending } = waiting();
  const [first, second] = [pending.open(1_000), pending.open(1_000)];
  expect(first.id).not.toBe(second.id);
  expect(pending.settle(second.id, { result: 'b' })).toBeUndefined();
  expect(pending.settle(first.id, { error: new RpcError('room_full') })).toBeUndefined();
  await expect(second.answer).resolves.toBe('b');
  await expect(first.answer).rejects.toMatchObject({ error: 'room_full' });
  expect(clock.pendingTimers).toBe(0);
});

test('gives each question its own deadline, and drops what comes later', async () => {
  const { clock, pending } = waiting();
  const [short, long] = [pending.open(100), pending.open(200)];
  clock.advance(150);
  await expect(short.answer).rejects.toMatchObject({ error: 'timeout' });
  expect(pending.settle(short.id, { result: 1 })).toMatchObject({ error: 'invalid_request' });
  pending.settle(long.id, { result: 2 });
  await expect(long.answer).resolves.toBe(2);
});

test.each([[2], ['1'], [null], [-1], [Number.NaN]])('knows of no question %j', (id) => {
  const { pending } = waiting();
  pending.open(1_000).answer.catch(() => {});
  expect(pending.settle(id, { result: 1 })).toMatchObject({ error: 'invalid_request' });
});

test('takes one answer to a question', async () => {
  const { pending } = waiting();
  const { id, answer } = pending.open(1_000);
  pending.settle(id, { result: 1 });
  expect(pending.settle(id, { result: 2 })).toMatchObject({ error: 'invalid_request' });
  await expect(answer).resolves.toBe(1);
});

test('fails all that waits when it closes, leaves no timer, and opens nothing after', async () => {
  const { clock, pending } = waiting();
  const { answer } = pending.open(1_000);
  pending.close(new RpcError('server_stopping'));
  pending.close(new RpcError('connection_lost'));
  await expect(answer).rejects.toMatchObject({ error: 'server_stopping' });
  expect(() => pending.open(1_000)).toThrow(expect.objectContaining({ error: 'server_stopping' }));
  expect(clock.pendingTimers).toBe(0);
});

test('lets no more questions wait than may be under way at once', async () => {
  const { pending } = waiting();
  const open = () => pending.open(1_000);
  const questions = Array.from({ length: limits.requestsInFlight }, open);
  expect(open).toThrow(expect.objectContaining({ error: 'rate_limited' }));
  pending.settle(questions[0]?.id ?? 0, { result: 1 });
  expect(open).not.toThrow();
});
