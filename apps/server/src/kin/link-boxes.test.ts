import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ask } from '../testing/raw-http.ts';
import { TestServer } from '../testing/test-server.ts';
import { LinkBoxes } from './link-boxes.ts';

const box = 'b'.repeat(22);
const never = new AbortController().signal;
const refusal = (error: string) => expect.objectContaining({ error });

let clock: ManualClock;
let boxes: LinkBoxes;
beforeEach(() => {
  clock = new ManualClock();
  boxes = new LinkBoxes(clock);
});

test('each device finds what the other one left, whoever comes first', async () => {
  boxes.open(box);
  const asked = boxes.take(box, 'ask', never);
  boxes.leave(box, 'ask', 'question');
  expect(await asked).toBe('question');
  boxes.leave(box, 'reply', 'answer');
  expect(await boxes.take(box, 'reply', never)).toBe('answer');
  expect(boxes.size).toBe(0);
});

test('a place is taken once: nobody puts another key in', () => {
  boxes.open(box);
  boxes.leave(box, 'ask', 'question');
  expect(() => boxes.leave(box, 'ask', 'another')).toThrow(refusal('wrong_state'));
  expect(() => boxes.open(box)).toThrow(refusal('wrong_state'));
});

test('a box is gone after its time, and whoever waits hears of it', async () => {
  boxes.open(box);
  clock.advance(limits.linkBoxMs - 1);
  const waiting = boxes.take(box, 'ask', never);
  clock.advance(1);
  await expect(waiting).rejects.toEqual(refusal('not_found'));
  expect(() => boxes.leave(box, 'ask', 'late')).toThrow(refusal('not_found'));
});

test('waiting ends: after its time, when nobody listens any more, and when too many do', async () => {
  boxes.open(box);
  const long = boxes.take(box, 'ask', never);
  clock.advance(limits.linkWaitMs);
  expect(await long).toBeUndefined();
  const gone = new AbortController();
  const left = boxes.take(box, 'reply', gone.signal);
  boxes.leave(box, 'ask', 'question');
  gone.abort();
  expect(await left).toBeUndefined();
  const crowd = Array.from({ length: 5 }, () => boxes.take(box, 'reply', never));
  expect(await Promise.all(crowd.slice(0, 2))).toEqual([undefined, undefined]);
  boxes.close();
  for (const each of crowd.slice(2)) await expect(each).rejects.toEqual(refusal('not_found'));
});

test('there are so many at once', () => {
  for (let index = 0; index < limits.linkBoxes; index += 1) boxes.open(`box ${index}`);
  expect(() => boxes.open(box)).toThrow(refusal('server_full'));
  clock.advance(limits.linkBoxMs);
  expect(boxes.size).toBe(0);
});

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());
const put = (path: string, body?: object) =>
  ask(server.port, path, {
    method: 'PUT',
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });

test('over HTTP it is the same, and a server that stops lets nobody wait', async () => {
  const path = `/api/link/${box}`;
  expect((await ask(server.port, `${path}/ask`)).status).toBe(404);
  expect((await put('/api/link/short')).status).toBe(404);
  expect((await put(path)).status).toBe(204);
  expect((await put(path)).status).toBe(409);
  expect((await put(`${path}/ask`, { sealed: 'not base64 url' })).status).toBe(400);
  expect((await put(`${path}/ask`, { sealed: 'x'.repeat(limits.linkBoxBytes * 2) })).status).toBe(400);
  expect((await put(`${path}/ask`, { sealed: 'abc' })).status).toBe(204);
  const asked = await ask(server.port, `${path}/ask`);
  expect([asked.status, String(asked.body)]).toEqual([200, '{"sealed":"abc"}']);
  expect(asked.headers['cache-control']).toBe('no-store');
  expect((await ask(server.port, path, { method: 'DELETE' })).status).toBe(204);
  expect((await ask(server.port, `${path}/ask`)).status).toBe(404);
});

test('an address that asks too often is told how long to wait, and another one is not', async () => {
  jest.replaceProperty(limits, 'devicesRequestBurst', 3 as never);
  const small = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1' });
  const from = (address: string) =>
    ask(small.port, '/api/devices/nonce', { headers: { 'x-forwarded-for': address } });
  for (const _ of [1, 2, 3]) expect((await from('2001:db8::1')).status).toBe(200);
  const late = await from('2001:db8::2');
  expect([late.status, late.headers['retry-after']]).toEqual([429, '1']);
  expect((await from('2001:db8:1::1')).status).toBe(200);
  await small.close();
  jest.restoreAllMocks();
});
