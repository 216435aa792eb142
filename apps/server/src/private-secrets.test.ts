import { type ChildProcess, spawn } from 'node:child_process';
import { createCipheriv, randomBytes, scryptSync } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits, topics } from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DataClient } from './testing/data-client.ts';
import { writeFixturePages } from './testing/fixture-pages.ts';
import { foundInMemory } from './testing/memory-of.ts';
import { PrivateHouse } from './testing/private-house.ts';
import { ask } from './testing/raw-http.ts';
import { SignalingClient } from './testing/signaling-client.ts';
import { temporaryDirectory } from './testing/temporary-directory.ts';
import { until } from './testing/until.ts';

const canary = (of: string) => `canary-${of}-${randomBytes(12).toString('hex')}`;

let pages: ReturnType<typeof writeFixturePages>;
let data: ReturnType<typeof temporaryDirectory>;
let heaps: ReturnType<typeof temporaryDirectory>;
let server: ChildProcess;
let logged = '';
let port = 0;
beforeEach(async () => {
  pages = writeFixturePages();
  [data, heaps] = [temporaryDirectory(), temporaryDirectory()];
  const options = ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${heaps.path}`];
  const environment = { HOST: '127.0.0.1', PORT: '0', RTC_PORT: '0', WORKERS: '1', LOG_LEVEL: 'trace' };
  server = spawn(process.execPath, [...options, join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment, WEB_ROOT: pages.webRoot, DATA_DIR: data.path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  server.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  server.stderr?.on('data', (chunk) => {
    logged += chunk;
  });
  port = await until(
    () => Number(/http:\/\/localhost:(\d+)/.exec(said)?.[1] ?? 0),
    (found) => found > 0,
    30_000,
  );
});
afterEach(async () => {
  server.kill('SIGKILL');
  await once(server, 'close');
  for (const each of [pages, data, heaps]) each.remove();
});

/** A snapshot of the server's heap, taken by the server itself. */
async function heapSnapshot(): Promise<string> {
  server.kill('SIGUSR2');
  const whole = () => {
    const [file] = readdirSync(heaps.path).filter((name) => name.endsWith('.heapsnapshot'));
    return file === undefined ? '' : readFileSync(join(heaps.path, file), 'latin1');
  };
  return until(whole, (text) => /\]\s*\}\s*$/.test(text), 60_000);
}

const filesOf = (directory: string) =>
  readdirSync(directory).map((name) => readFileSync(join(directory, name), 'latin1'));

test('whoever runs the server finds neither password nor link nor what was written in what it has', async () => {
  const [password, link, text] = [canary('password'), canary('link'), canary('chat')];
  const open = canary('open');
  const key = scryptSync(password + link, 'salt', 32);
  const seal = (plain: string) => {
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
    return Buffer.concat([cipher.update(plain.padEnd(limits.sealedPaddingBytes)), cipher.final()]);
  };
  const house = await PrivateHouse.make();
  const [ann, bob, guest] = await Promise.all([1, 2, 3].map(() => SignalingClient.connect(port)));
  if (!ann || !bob || !guest) throw new Error('nobody came');
  await house.put(ann);
  await house.enter(ann);
  await house.enter(bob);
  await guest.join('open-room');
  const [annData, bobData, guestData] = [ann, bob, guest].map((client) => new DataClient(client));
  const id = (name: string) => `message-of-${name}-0001`;
  annData?.command({ do: 'send', id: id('ann'), text: '', sealed: Uint8Array.from(seal(text)) });
  annData?.post(topics.reaction, Uint8Array.from(seal(text)));
  guestData?.command({ do: 'send', id: id('guest'), text: open });
  for (const each of [bobData, guestData]) {
    await until(
      () => each?.chat.length ?? 0,
      (count) => count === 1,
    );
  }
  const pid = server.pid ?? 0;
  const secrets = [password, link, text];
  const heap = await heapSnapshot();
  // What is said in the clear is there, so the search finds what there is.
  expect(heap.includes(open)).toBe(true);
  expect(foundInMemory(pid, [open]) ?? [open]).toEqual([open]);
  expect(secrets.filter((secret) => heap.includes(secret))).toEqual([]);
  expect(foundInMemory(pid, secrets) ?? []).toEqual([]);

  const path = `/r/${house.name}`;
  const asked = [path, `/api/rooms/${house.name}/glance`, '/api/rooms', '/metrics'];
  const answers = await Promise.all(asked.map(async (each) => String((await ask(port, each)).body)));
  const kept = filesOf(data.path);
  expect(kept.some((file) => file.includes(house.name))).toBe(true);
  for (const where of [...kept, ...answers, logged]) {
    expect([...secrets, open].filter((each) => where.includes(each))).toEqual([]);
  }
  // Nor does anybody who reads the log, the metrics or the directory learn that the room is there.
  for (const where of [...answers, logged]) expect(where).not.toContain(house.name);
  expect(logged).toContain('member joined');
  for (const each of [annData, bobData, guestData]) each?.close();
  for (const each of [ann, bob, guest]) each.socket.close(1000);
});
