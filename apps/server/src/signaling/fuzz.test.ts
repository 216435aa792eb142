import { type Codec, codecs, limits, writeContent } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { canReceiveAll, dtlsParameters, microphone } from '../testing/fake-microphone.ts';
import { camera } from '../testing/fake-picture.ts';
import { someProof } from '../testing/private-house.ts';
import { Random } from '../testing/random.ts';
import { rawFrame, sendRaw } from '../testing/raw-frames.ts';
import type { SignalingClient } from '../testing/signaling-client.ts';
import { TestServer } from '../testing/test-server.ts';

const connections = 60;
const framesEach = limits.frameBurst - 10;

/** Ways in which a connection may end that was sent nonsense. */
const fittingCodes = [1000, 1002, 1003, 1007, 1008, 1009, 4400, 4429];

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
beforeEach(async () => {
  await server.member('quiet');
});
afterEach(async () => {
  expect({ seed, errors: server.errors, workers: server.workers.length }).toEqual({
    seed,
    errors: [],
    workers: 1,
  });
  await server.dismiss();
  await server.counted({ rooms: 0, sessions: 0, producers: 0, consumers: 0, transports: 0 });
});
afterAll(() => server.close());

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const post = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1, ...writeContent(['game', null, new Uint8Array(9)]));
const privateName = `p-${'a'.repeat(26)}`;
const probe = Uint8Array.of(3, 0, 0, 0, 1);

/** A request as it should be, of any kind. */
function request(random: Random, transportId: string, producerId: string) {
  const [method, params] = random.pick<[string, unknown]>([
    ['join', { room: 'fuzz', name: 'Ann', rtpCapabilities: canReceiveAll }],
    [
      'join',
      { room: privateName, name: 'Ann', rtpCapabilities: canReceiveAll, proof: someProof, card: 'AA' },
    ],
    ['putPrivateRoom', { record: 'A'.repeat(214), recordSecret: 'A'.repeat(86), sealedMeta: 'AA' }],
    ['challenge', { room: privateName, ticket: 'A'.repeat(43) }],
    ['prove', { proof: someProof, card: 'AA' }],
    ['connectTransport', { transportId, dtlsParameters: dtlsParameters() }],
    ['produce', microphone()],
    ['setProducerPaused', { producerId, paused: random.chance(0.5) }],
    ['closeProducer', { producerId }],
    ['produceData', { channel: 'reliable', sctpStreamParameters: { streamId: random.below(3) } }],
    ['consumeData', { channel: 'loose' }],
    ['sendData', { packets: [toBase64(post), toBase64(probe)] }],
    ['chatHistory', { before: 1 + random.below(9) }],
    ['produce', camera()],
    ['setViews', { views: [{ producerId, layer: random.below(3) }] }],
    ['setHand', { raised: random.chance(0.5) }],
    ['setProfile', { name: 'Ann', emoji: '🦊', status: 'here' }],
    ['ping', {}],
  ]);
  return { jsonrpc: '2.0', id: random.below(100), method, params };
}

/** The same bytes with a few of them changed, cut off, doubled or taken away. */
function spoilt(bytes: Buffer, random: Random): Buffer {
  let result = Buffer.from(bytes);
  for (let changes = random.below(4); changes > 0; changes--) {
    const at = random.below(result.length + 1);
    const [before, after] = [result.subarray(0, at), result.subarray(at)];
    result = random.pick([
      () =>
        Buffer.concat([
          before,
          Buffer.from([random.below(random.chance(0.9) ? 128 : 256)]),
          after.subarray(1),
        ]),
      () => before,
      () => Buffer.concat([before, after.subarray(random.below(20))]),
      () => Buffer.concat([before, after.subarray(0, random.below(20)), after]),
    ])();
  }
  return result;
}

async function stillFits(client: SignalingClient): Promise<void> {
  // The bucket may be empty, so the answer may be a refusal; what counts is that there is one.
  const answer = await client.ask('ping', {});
  if (answer === 'connection_lost') {
    expect([seed, fittingCodes]).toEqual([seed, expect.arrayContaining([(await client.closed).code])]);
  } else {
    expect([seed, ['ok', 'rate_limited', 'parse_error']]).toEqual([seed, expect.arrayContaining([answer])]);
  }
}

test.each(codecs)('spoilt requests get an answer or an end ($subprotocol)', async (codec: Codec) => {
  const random = new Random(seed);
  for (let count = 0; count < connections; count++) {
    const client = await server.connect({ codec });
    let [transportId, producerId] = ['x', 'x'];
    if (random.chance(0.8)) {
      transportId = (await client.join('fuzz')).sendTransport.id;
      producerId = (await client.request('produce', microphone())).producerId;
    }
    for (let sent = 0; sent < framesEach; sent++) {
      const frame = Buffer.from(codec.encode(request(random, transportId, producerId)) as string);
      sendRaw(client, rawFrame(codec.binary ? 'binary' : 'text', spoilt(frame, random)));
    }
    await stillFits(client);
    client.destroy();
  }
});

test.each(codecs)('spoilt frames get an answer or an end ($subprotocol)', async (codec: Codec) => {
  const random = new Random(seed);
  for (let count = 0; count < connections; count++) {
    const client = await server.connect({ codec });
    if (random.chance(0.5)) await client.join('fuzz');
    const frame = Buffer.from(codec.encode(request(random, 'x', 'x')) as string);
    const bytes = Array.from({ length: 8 }, () =>
      spoilt(
        rawFrame(random.pick(['text', 'binary', 'ping', 'pong', 'continuation']), frame.subarray(0, 100)),
        random,
      ),
    );
    sendRaw(client, Buffer.concat(bytes));
    // A frame that was cut short waits for its rest for as long as the client stays.
    client.destroy();
    await client.closed;
  }
});
