import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { microphone } from '../testing/fake-microphone.ts';
import { TestServer } from '../testing/test-server.ts';

let open: TestServer;
let locked: TestServer;
beforeAll(async () => {
  [open, locked] = await Promise.all([TestServer.open(), TestServer.open({ METRICS_TOKEN: 'open-sesame' })]);
});
afterAll(() => Promise.all([open.close(), locked.close()]));

test('lives, and takes newcomers', async () => {
  for (const path of ['/healthz', '/readyz']) {
    const answer = await open.fetch(path);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  }
});

test('tells what it is doing', async () => {
  const { client } = await open.member('room');
  await open.member('room');
  await open.connect();
  await client.request('produce', microphone());
  // Two transports for each member, and the room's own tap with its consumer.
  await open.counted({ rooms: 1, members: 2, sessions: 3, transports: 5, producers: 1, consumers: 2 });
  expect(await open.counts()).toHaveProperty(['joins_total{result="ok"}'], 2);
  const answer = await open.fetch('/metrics');
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  expect(text).toMatch(/^earshot_worker_cpu_seconds\{worker="0"\} [\d.]+$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \S+$/m);
});

test.each([
  ['nothing', undefined, 401],
  ['the token', 'Bearer open-sesame', 200],
  ['another token', 'Bearer open-sesamE', 401],
  ['the token and more', 'Bearer open-sesame!', 401],
  ['half of it', 'Bearer open', 401],
  ['the bare token', 'open-sesame', 401],
  ['another scheme', 'Basic open-sesame', 401],
  ['letters of two bytes', 'Bearer öpen-sesame', 401],
])('metrics behind a token, with %s', async (_what, authorization, status) => {
  const answer = await locked.fetch(
    '/metrics',
    authorization === undefined ? {} : { headers: { authorization } },
  );
  expect(answer.status).toBe(status);
  if (status === 401)
    expect([answer.headers.get('www-authenticate'), await answer.text()]).toEqual(['Bearer', '']);
});
