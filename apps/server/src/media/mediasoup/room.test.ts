import { systemClock } from '@earshot/lifetime';
import { findWorker } from '@earshot/mediasoup-worker';
import { type RtpCapabilities, routerRtpCapabilities } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { types as mediasoup } from 'mediasoup';
import { pino } from 'pino';
import { microphone } from '../../testing/fake-microphone.ts';
import { Inbox } from '../../testing/inbox.ts';
import { until } from '../../testing/until.ts';
import { MediasoupPlane } from './plane.ts';
import type { MediasoupRoom } from './room.ts';
import { WorkerPool } from './worker-pool.ts';

const sources = new Set<string>();
const hears = () => true;
const canReceive = { rtpCapabilities: routerRtpCapabilities, sources, hears };
const lines: string[] = [];
const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
let pool: WorkerPool;
let room: MediasoupRoom;
beforeAll(async () => {
  pool = await WorkerPool.start({
    workerBin: findWorker() ?? '',
    size: 1,
    host: '127.0.0.1',
    publicAddresses: [],
    port: 0,
    clock: systemClock,
    log,
  });
});
afterEach(() => {
  room.close();
  expect(Object.values(pool.census.counts)).toEqual([0, 0, 0, 0, 0, 0]);
});
afterAll(() => pool.close());

interface Packet {
  level: number;
  payloadBytes?: number;
}

const openRoom = async () => {
  room = await new MediasoupPlane({ pool, clock: systemClock, log }).openRoom();
  return room;
};

/** One packet of a microphone whose level extension (RFC 6464) has the id 1; with one byte it is of silence. */
function packet(ssrc: number, sequence: number, { level, payloadBytes = 20 }: Packet): Buffer {
  const bytes = Buffer.alloc(12 + 8 + payloadBytes);
  bytes.set([0x90, 111]);
  bytes.writeUInt16BE(sequence, 2);
  bytes.writeUInt32BE(sequence * 960, 4);
  bytes.writeUInt32BE(ssrc, 8);
  bytes.set([0xbe, 0xde, 0, 1, 0x10, 0x80 | level, 0, 0], 12);
  return bytes;
}

test('tells who speaks and how loud, from real packets, and once that all are silent', async () => {
  const { options, events } = await openRoom();
  const levels = new Inbox<Record<string, number>>();
  events.on('levels', (map) => levels.push(Object.fromEntries(map)));
  const transport = await options.router.createDirectTransport();
  const { kind, rtpParameters } = microphone();
  const producer = await transport.produce({ kind, rtpParameters: rtpParameters as mediasoup.RtpParameters });
  room.producerOpened({ owner: 'ann', source: 'microphone', producer });
  const ssrc = rtpParameters.encodings?.[0]?.ssrc ?? 0;
  let sequence = 0;
  await until(
    () => {
      sequence += 1;
      producer.send(packet(ssrc, sequence, { level: 33 }));
      return levels.items.length;
    },
    (count) => count > 0,
  );
  expect(await levels.take('a level', () => true)).toEqual({ ann: 33 });
  expect(await levels.take('silence', (each) => Object.keys(each).length === 0)).toEqual({});
});

/** A microphone whose packets come from a raw client: each call sends so many of these. */
async function rawMicrophone(owner: string, { paused = false, ...of }: Packet & { paused?: boolean }) {
  const { kind, rtpParameters } = microphone();
  const transport = await room.options.router.createDirectTransport();
  const producer = await transport.produce({
    kind,
    paused,
    rtpParameters: rtpParameters as mediasoup.RtpParameters,
  });
  room.producerOpened({ owner, source: 'microphone', producer });
  const ssrc = rtpParameters.encodings?.[0]?.ssrc ?? 0;
  let sequence = 0;
  return (count: number) => {
    for (let sent = 0; sent < count; sent++) {
      sequence = (sequence + 1) & 0xffff;
      producer.send(packet(ssrc, sequence, of));
    }
  };
}

test('a flood of packets of silence, or of a muted microphone, is noticed, and no calm voice', async () => {
  const { events } = await openRoom();
  const floods = new Set<string>();
  events.on('flooded', (owner) => floods.add(owner));
  const silence = await rawMicrophone('silent', { level: 127, payloadBytes: 1 });
  const muted = await rawMicrophone('muted', { level: 33, paused: true });
  const calm = await rawMicrophone('calm', { level: 33 });
  // 3,000 packets a second, and 50.
  const sending = setInterval(() => {
    for (const flood of [silence, muted]) flood(60);
    calm(1);
  }, 20);
  try {
    await until(
      () => [...floods].sort(),
      ({ length }) => length >= 2,
      30_000,
    );
  } finally {
    clearInterval(sending);
  }
  expect([...floods].sort()).toEqual(['muted', 'silent']);
});

test('a room that closes while somebody comes in leaves nothing behind', async () => {
  for (let turns = 0; turns < 8; turns++) {
    await openRoom();
    const opening = room.openEndpoint({ owner: 'ann', ...canReceive });
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    room.close();
    await opening.catch(() => {});
  }
});

test('a member that closes while a stream comes up leaves nothing behind', async () => {
  await openRoom();
  for (let turns = 0; turns < 8; turns++) {
    const ann = await room.openEndpoint({ owner: 'ann', ...canReceive });
    const bob = await room.openEndpoint({ owner: 'bob', ...canReceive });
    const producing = ann.produce(microphone() as Parameters<typeof ann.produce>[0]);
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    bob.close();
    ann.close();
    await producing.catch(() => {});
  }
  await until(
    () => pool.census.counts,
    ({ producers, consumers, transports }) => producers === 0 && consumers === 0 && transports === 1,
  );
  expect(lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
});

test('somebody who can receive another codec only is sent nothing', async () => {
  await openRoom();
  const opus = routerRtpCapabilities.codecs[0];
  const rtpCapabilities = {
    codecs: [{ ...opus, mimeType: 'audio/PCMU', clockRate: 8_000, channels: 1, parameters: {} }],
    headerExtensions: [],
  } as RtpCapabilities;
  const ann = await room.openEndpoint({ owner: 'ann', ...canReceive });
  await ann.produce(microphone() as Parameters<typeof ann.produce>[0]);
  const bob = await room.openEndpoint({ owner: 'bob', rtpCapabilities, sources, hears });
  expect(bob.consumers).toEqual([]);
});
