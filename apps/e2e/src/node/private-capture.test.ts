import { readFileSync } from 'node:fs';
import { detour } from '@earshot/bench/detour';
import { freePort } from '@earshot/bench/free-port';
import { type JoinOptions, joinRoom, type Room } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SpareServer } from '../spare-server.ts';
import { canary, converse, makeCanaryRoom, said } from './canary-talk.ts';
import { eventually } from './eventually.ts';
import { foundInMemory } from './memory-of.ts';
import { PacketCapture } from './packet-capture.ts';
import { Robot } from './robot.ts';
import { WireTap } from './wire-tap.ts';

let server: SpareServer;
let ports: { http: number; rtc: number };
const rooms: Room[] = [];
const robots: Robot[] = [];

beforeAll(async () => {
  ports = { http: await freePort(), rtc: await freePort() };
  server = await SpareServer.start({
    port: ports.http,
    environment: { RTC_PORT: String(ports.rtc) },
  });
});
afterAll(async () => {
  await Promise.all([...rooms.map((room) => room.leave()), ...robots.map((robot) => robot.leave())]);
  await server.stop();
});

async function enter(options: Pick<JoinOptions, 'room' | 'secret' | 'name'>): Promise<Room> {
  const room = await joinRoom({ ...options, server: server.origin, engine: nodeEngine() });
  rooms.push(room);
  return room;
}

/** The media workers of the server, which are its only children. */
function workers(): number[] {
  const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8');
  return children.trim().split(/\s+/).map(Number);
}

test('a capture of all packets has nothing of a private room, and neither has the memory of a media worker', async () => {
  using capture = await PacketCapture.begin([ports.http, ports.rtc]);

  const { made, password, meta, linkKey } = await makeCanaryRoom(server.origin);
  const [ann, bob] = [await enter({ ...made, name: 'Ann' }), await enter({ ...made, name: 'Bob' })];
  await eventually(() => [ann, bob].map(({ chat }) => chat.snapshot.path), ['data_channel', 'data_channel']);
  const inside = said('private');
  await converse(ann, bob, inside);
  expect(bob.snapshot.privacy.meta).toEqual(meta);

  // In an open room, once over the WebSocket, which stands open on a loopback, and once over data channels and with voices.
  const outside = said('open');
  await using wire = await WireTap.open({ target: { host: '127.0.0.1', port: ports.http }, deaf: true });
  const engine = () =>
    detour(nodeEngine(), { from: { host: '127.0.0.1', port: ports.rtc }, to: wire.address });
  const control = { server: wire.origin, room: 'control' };
  const [cat, dan] = [
    await joinRoom({ ...control, name: 'Cat', engine: engine() }),
    await joinRoom({ ...control, name: 'Dan', engine: engine() }),
  ];
  rooms.push(cat, dan);
  await converse(cat, dan, outside);
  for (const hz of [440, 700]) robots.push(await Robot.join({ server: server.origin, room: 'songs', hz }));
  const [one, two] = robots as [Robot, Robot];
  await eventually(() => two.room.chat.snapshot.path, 'data_channel');
  const sealed = said('channel');
  await converse(one.room, two.room, sealed);
  expect(await two.waitToHear({ [one.id]: [440] })).toEqual({ [one.id]: [440] });

  const secrets = { ...inside, password, ...meta, linkKey };
  // What passes through a worker is in its memory while it does: so the search finds what there is.
  const chatter = canary('chatter');
  const texts = Object.values(secrets).map((secret) =>
    typeof secret === 'string' ? secret : Buffer.from(secret).toString('base64url'),
  );
  await eventually(
    () => {
      one.room.chat.send({ text: chatter });
      return workers().flatMap((pid) => foundInMemory(pid, [chatter, ...texts]) ?? []);
    },
    [chatter],
    40_000,
  );

  const packets = await capture.end();
  const names = Object.keys(outside);
  expect(packets.found({ ...outside, room: made.room })).toEqual([...names, 'room']);
  expect(packets.found(secrets)).toEqual([]);
  // Data channels are sealed on their way in any room. Where one stalls, posts take the WebSocket for a while.
  expect(packets.foundInDatagrams({ ...outside, ...sealed, ...secrets })).toEqual([]);
  expect(packets.sealedByDtlsBytes).toBeGreaterThan(1_500 * sealed.fileContent.length);
  expect(packets.datagrams.rtp).toBeGreaterThan(100);
}, 120_000);
