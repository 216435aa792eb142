import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { withDeadline } from '@earshot/lifetime';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { writeFixturePages } from './testing/fixture-pages.ts';
import { joinPatiently } from './testing/patient-join.ts';
import { SignalingClient } from './testing/signaling-client.ts';
import { until } from './testing/until.ts';

let pages: ReturnType<typeof writeFixturePages>;
const children: ChildProcess[] = [];
beforeAll(() => {
  pages = writeFixturePages();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => pages.remove());

/** The server as a process of its own, in a process group of its own. */
function run(environment: Record<string, string> = {}) {
  const small = {
    HOST: '127.0.0.1',
    PORT: '0',
    RTC_PORT: '0',
    WORKERS: '1',
    WEB_ROOT: pages.webRoot,
    DATA_DIR: ':memory:',
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, NODE_OPTIONS: '', ...small, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  children.push(child);
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    text.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    text.err += chunk;
  });
  const ended = withDeadline(once(child, 'close'), { what: 'the end of the server', limitMs: 30_000 });
  return {
    child,
    text,
    exit: ended.then(([code]) => code as number | null),
    async port() {
      const found = await until(
        () => /http:\/\/localhost:(\d+)/.exec(text.out)?.[1] ?? text.err,
        (answer) => /^\d+$/.test(answer),
        30_000,
      );
      return Number(found);
    },
  };
}

const logged = ({ err }: { err: string }) =>
  err
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { level: number; msg: string; workerPid?: number });

test.each([
  ['SIGTERM', (pid: number) => process.kill(pid, 'SIGTERM')],
  ['SIGINT', (pid: number) => process.kill(pid, 'SIGINT')],
  ['Ctrl+C, which its workers get too', (pid: number) => process.kill(-pid, 'SIGINT')],
  ['an end of its whole group', (pid: number) => process.kill(-pid, 'SIGTERM')],
])('%s ends it in order, with a member inside', async (_how, signal) => {
  const server = run({ LOG_LEVEL: 'info' });
  const client = await SignalingClient.connect(await server.port());
  // A busy machine has its clients work for it first.
  await joinPatiently(client, 'room');
  const askedAtMs = performance.now();
  signal(server.child.pid ?? 0);
  expect(await client.closed).toEqual({ code: 1001, reason: 'server_stopping' });
  expect(await server.exit).toBe(0);
  expect(performance.now() - askedAtMs).toBeLessThan(10_000);
  expect(logged(server.text).filter(({ level }) => level > 30)).toEqual([]);
});

test('a member that does not listen does not hold it up for long', async () => {
  const server = run();
  const client = await SignalingClient.connect(await server.port());
  await joinPatiently(client, 'room');
  client.socket.pause();
  process.kill(server.child.pid ?? 0, 'SIGTERM');
  expect(await server.exit).toBe(0);
  client.destroy();
});

test('prints the link, and nothing else that is not for people', async () => {
  const server = run({ LOG_LEVEL: 'warn' });
  const port = await server.port();
  expect(server.text.out).toContain(`On this machine   http://localhost:${port}`);
  expect(server.text.out).not.toContain('On the network');
  expect(server.text.err).toBe('');
});

test('prints a link that leads to it, also at an address that localhost does not lead to', async () => {
  const server = run({ HOST: '127.0.0.2', LOG_LEVEL: 'warn' });
  const [, link = ''] = await until(
    () => /(http:\S+)/.exec(server.text.out) ?? [],
    ({ length }) => length > 0,
    30_000,
  );
  expect(link).toMatch(/^http:\/\/127\.0\.0\.2:/);
  expect((await fetch(`${link}/healthz`)).status).toBe(200);
});

test('killed, it leaves no worker behind', async () => {
  const server = run({ LOG_LEVEL: 'info' });
  await server.port();
  const pid = logged(server.text).find(({ workerPid }) => workerPid)?.workerPid ?? 0;
  expect(process.kill(pid, 0)).toBe(true);
  server.child.kill('SIGKILL');
  await until(
    () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    },
    (alive) => !alive,
  );
});

async function taken(): Promise<{ port: string; close(): void }> {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  return { port: String((other.address() as { port: number }).port), close: () => other.close() };
}

async function failure(environment: Record<string, string>): Promise<string> {
  const { exit, text } = run(environment);
  expect(await exit).toBe(1);
  expect(text.out).toBe('');
  return text.err;
}

test('a port that is taken is one sentence', async () => {
  const { port, close } = await taken();
  expect(await failure({ PORT: port, LOG_LEVEL: 'warn' })).toBe(
    `Earshot cannot start. Something else listens on port ${port} of 127.0.0.1 already: stop it, or set another PORT.\n`,
  );
  close();
});

test('a media port that is taken is one sentence', async () => {
  const { port, close } = await taken();
  expect(await failure({ RTC_PORT: port, LOG_LEVEL: 'warn' })).toMatch(
    new RegExp(`^Earshot cannot start. Media port ${port} could not be opened .*RTC_PORT.*\n$`),
  );
  close();
});

test.each([
  ['an address of another machine', { HOST: '192.0.2.1' }, /^Earshot cannot start\. .*HOST.*\n$/],
  [
    'a worker that is none',
    { MEDIASOUP_WORKER_BIN: '/bin/false' },
    /^Earshot cannot start\. .*MEDIASOUP_WORKER_BIN.*\n$/,
  ],
  ['pages that are not there', { WEB_ROOT: '/nowhere' }, /^Earshot cannot start\. .*WEB_ROOT.*\n$/],
  ['data that cannot be kept', { DATA_DIR: '/dev/null/data' }, /^Earshot cannot start\. .*DATA_DIR.*\n$/],
])('%s is one sentence', async (_what, environment, message) => {
  expect(await failure({ ...environment, LOG_LEVEL: 'warn' })).toMatch(message);
});

test('every wrong setting is named at once', async () => {
  const message = await failure({ PORT: 'web', WORKERS: '0', METRICS_TOKEN: 'my secret' });
  expect(message.split('\n').length).toBe(5);
  for (const part of ['PORT must be', 'it is "web"', 'WORKERS must be', 'METRICS_TOKEN must be']) {
    expect(message).toContain(part);
  }
  expect(message).not.toContain('my secret');
});
