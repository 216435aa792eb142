import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detour } from '@earshot/bench/detour';
import { freePort } from '@earshot/bench/free-port';
import { type JoinOptions, joinRoom, type Room } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SpareServer } from '../spare-server.ts';
import { converse, makeCanaryRoom, said } from './canary-talk.ts';
import { eventually } from './eventually.ts';
import { foundInMemory } from './memory-of.ts';
import { WireTap } from './wire-tap.ts';

let folders: { data: string; heaps: string };
let server: SpareServer;
let wire: WireTap;
let rtc: { host: string; port: number };
let logged = '';
const rooms: Room[] = [];

beforeAll(async () => {
  const folder = (name: string) => mkdtempSync(join(tmpdir(), `earshot-${name}-`));
  folders = { data: folder('data'), heaps: folder('heaps') };
  const [port, rtcPort] = [await freePort(), await freePort()];
  rtc = { host: '127.0.0.1', port: rtcPort };
  server = await SpareServer.start({
    port,
    dataDirectory: folders.data,
    environment: {
      RTC_PORT: String(rtcPort),
      LOG_LEVEL: 'trace',
      NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folders.heaps}`,
    },
    onLog: (text) => {
      logged += text;
    },
  });
  wire = await WireTap.open({ target: { host: '127.0.0.1', port }, deaf: true });
});
afterAll(async () => {
  await Promise.all(rooms.map((room) => room.leave()));
  await wire[Symbol.asyncDispose]();
  await server.stop();
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true });
});

/** Comes in over the wire with the tap on it. */
async function enter(options: Pick<JoinOptions, 'room' | 'secret' | 'name'>): Promise<Room> {
  const engine = detour(nodeEngine(), { from: rtc, to: wire.address });
  const room = await joinRoom({ ...options, server: wire.origin, engine });
  rooms.push(room);
  return room;
}

/** A snapshot of the server's heap, taken by the server itself. */
async function heapSnapshot(): Promise<Buffer> {
  process.kill(server.pid, 'SIGUSR2');
  const whole = () => {
    const [file] = readdirSync(folders.heaps).filter((name) => name.endsWith('.heapsnapshot'));
    return file === undefined ? Buffer.of() : readFileSync(join(folders.heaps, file));
  };
  await eventually(() => /\]\s*\}\s*$/.test(whole().subarray(-64).toString()), true, 60_000);
  return whole();
}

test('whoever reads the wire or runs the server finds nothing of a private room in what passes, is held, kept or logged', async () => {
  const { made, password, meta, linkKey } = await makeCanaryRoom(wire.origin);
  const inside = said('private');
  const [ann, bob] = [await enter({ ...made, name: 'Ann' }), await enter({ ...made, name: 'Bob' })];
  await converse(ann, bob, inside);
  expect(bob.snapshot.privacy.meta).toEqual(meta);

  const outside = said('open');
  const [cat, dan] = [
    await enter({ room: 'control', name: 'Cat' }),
    await enter({ room: 'control', name: 'Dan' }),
  ];
  await converse(cat, dan, outside);

  const link = Buffer.from(linkKey).toString('base64url');
  const secrets = { ...inside, password, ...meta, link };
  const names = Object.keys(outside);
  // What is said in the clear is found, so the search finds what there is.
  expect(wire.found({ ...outside })).toEqual(names);
  expect(wire.found({ ...secrets, linkKey })).toEqual([]);

  const heap = await heapSnapshot();
  expect(heap.includes(outside.text)).toBe(true);
  expect(Object.values(secrets).filter((secret) => heap.includes(secret))).toEqual([]);
  const remembered = foundInMemory(server.pid, [outside.text, ...Object.values(secrets)]);
  expect(remembered ?? [outside.text]).toEqual([outside.text]);

  const kept = readdirSync(folders.data).map((name) => readFileSync(join(folders.data, name)));
  expect(kept.some((file) => file.includes(made.room))).toBe(true);
  const asked = [`/r/${made.room}`, `/api/rooms/${made.room}/glance`, '/api/rooms', '/metrics'];
  const answers = await Promise.all(
    asked.map(async (path) => (await fetch(new URL(path, server.origin))).text()),
  );
  for (const where of [...kept, ...[...answers, logged].map((text) => Buffer.from(text))]) {
    expect(Object.values(secrets).filter((secret) => where.includes(secret))).toEqual([]);
    expect(where.includes(Buffer.from(linkKey))).toBe(false);
  }
  // Nor does anybody who reads the log, the metrics or the directory learn that the room is there.
  for (const where of [...answers, logged]) expect(where).not.toContain(made.room);
  expect(logged).toContain('member joined');
}, 120_000);
