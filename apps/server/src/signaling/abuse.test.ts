import { type Codec, closeCodes, codecs, jsonCodec, limits, msgpackCodec } from '@earshot/protocol';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mostWorkBeforeAnswer } from '../testing/bystander.ts';
import { canReceiveAll } from '../testing/fake-microphone.ts';
import { rawFrame, sendRaw, times } from '../testing/raw-frames.ts';
import type { SignalingClient } from '../testing/signaling-client.ts';
import { TestServer } from '../testing/test-server.ts';

/** Server and clients are one thread here: what the attackers' ends do counts against the server, too. */
const noticedAfterMs = 250;

let server: TestServer;
let ann: SignalingClient;
let bob: SignalingClient;
beforeAll(async () => {
  server = await TestServer.open();
  ({ client: ann } = await server.member('quiet', { codec: jsonCodec, name: 'Ann' }));
  ({ client: bob } = await server.member('quiet', { codec: msgpackCodec, name: 'Bob' }));
  await ann.next('memberJoined');
});
afterAll(() => server.close());

/** Runs an attack while Ann and Bob are in their room, and holds that they do not notice. */
async function unnoticed(attack: () => Promise<void>): Promise<void> {
  const [annMs, bobMs] = await Promise.all([
    mostWorkBeforeAnswer(ann, Promise.resolve().then(attack)),
    mostWorkBeforeAnswer(bob, Promise.resolve()),
  ]);
  expect(Math.max(annMs, bobMs)).toBeLessThan(noticedAfterMs);
  expect(await bob.ask('ping', {})).toBe('ok');
  expect([...ann.untaken, ...bob.untaken]).toEqual([]);
  expect(server.errors).toEqual([]);
  expect((await server.member('quiet-too')).self.seat).toBeGreaterThanOrEqual(0);
}

const isOpen = async (client: SignalingClient) => (await client.ask('ping', {})) === 'ok';
const ending = (name: keyof typeof closeCodes) => ({ code: closeCodes[name].code, reason: name });

/** Each of these is answered with this error, and the connection stays. */
const answered: [string, unknown, string][] = [
  ['an unknown method', { jsonrpc: '2.0', id: 1, method: 'shutdown', params: {} }, 'method_not_found'],
  ['a method of every object', { jsonrpc: '2.0', id: 1, method: 'toString' }, 'method_not_found'],
  ['a method named __proto__', { jsonrpc: '2.0', id: 1, method: '__proto__' }, 'method_not_found'],
  ['a missing field', { jsonrpc: '2.0', id: 1, method: 'join', params: { room: 'x' } }, 'invalid_params'],
  ['a wrong type', { jsonrpc: '2.0', id: 1, method: 'join', params: { room: 1 } }, 'invalid_params'],
  ['params that are text', { jsonrpc: '2.0', id: 1, method: 'ping', params: 'x' }, 'invalid_request'],
  ['params that are null', { jsonrpc: '2.0', id: 1, method: 'ping', params: null }, 'invalid_request'],
  ['no method', { jsonrpc: '2.0', id: 1 }, 'invalid_request'],
  ['a method that is a number', { jsonrpc: '2.0', id: 1, method: 1 }, 'invalid_request'],
  ['a method of many letters', { jsonrpc: '2.0', id: 1, method: 'x'.repeat(65) }, 'invalid_request'],
  ['no version', { id: 1, method: 'ping' }, 'invalid_request'],
  ['another version', { jsonrpc: '1.0', id: 1, method: 'ping' }, 'invalid_request'],
  ['an id that is a list', { jsonrpc: '2.0', id: [1], method: 'ping' }, 'invalid_request'],
  ['an id that is null', { jsonrpc: '2.0', id: null, method: 'ping' }, 'invalid_request'],
  ['an id of many letters', { jsonrpc: '2.0', id: 'x'.repeat(65), method: 'ping' }, 'invalid_request'],
  ['an id with a fraction', { jsonrpc: '2.0', id: 1.5, method: 'ping' }, 'invalid_request'],
  ['a notification', { jsonrpc: '2.0', method: 'ping', params: {} }, 'invalid_request'],
  [
    'a notification of ours',
    { jsonrpc: '2.0', method: 'memberLeft', params: { memberId: 'x' } },
    'invalid_request',
  ],
  ['a batch', [{ jsonrpc: '2.0', id: 1, method: 'ping' }], 'invalid_request'],
  ['an empty batch', [], 'invalid_request'],
  ['null', null, 'invalid_request'],
  ['a number', 7, 'invalid_request'],
  ['text', 'ping', 'invalid_request'],
];

test.each(codecs)('what is wrong is named, and nobody else notices ($subprotocol)', async (codec: Codec) => {
  await unnoticed(async () => {
    for (const joins of [false, true]) {
      const client = await server.connect({ codec });
      if (joins) await client.join('rude');
      for (const [what, value, error] of answered) {
        const before = client.history.length;
        client.sendValue(value);
        expect(await isOpen(client)).toBe(true);
        expect([what, ...client.history.slice(before)]).toEqual([what, `error:${error}`, 'result']);
      }
      client.socket.close();
    }
  });
});

test.each<[string, Codec, string | Buffer]>([
  ['JSON that breaks off', jsonCodec, '{"jsonrpc":"2.0","id":1'],
  ['JSON that is deeply nested', jsonCodec, '['.repeat(limits.frameBytesBeforeJoin)],
  ['nothing at all in JSON', jsonCodec, ''],
  ['MessagePack that breaks off', msgpackCodec, Buffer.from([0x82, 0xa2])],
  ['nothing at all in MessagePack', msgpackCodec, Buffer.alloc(0)],
  ['MessagePack that is deeply nested', msgpackCodec, Buffer.alloc(limits.frameBytesBeforeJoin, 0x91)],
  [
    'MessagePack of a list that says it is endless',
    msgpackCodec,
    Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff, 1]),
  ],
  [
    'MessagePack of a text that says it is endless',
    msgpackCodec,
    Buffer.from([0xdb, 0xff, 0xff, 0xff, 0xff, 65]),
  ],
  ['MessagePack of a type that is none', msgpackCodec, Buffer.from([0xc1])],
  ['MessagePack of a foreign type', msgpackCodec, Buffer.from([0xd4, 0x05, 0x00])],
  ['MessagePack followed by more', msgpackCodec, Buffer.from([0x80, 0x80])],
  ['MessagePack with __proto__', msgpackCodec, Buffer.from([0x81, 0xa9, ...Buffer.from('__proto__'), 0x80])],
])('%s is a parse_error', async (_what, codec, frame) => {
  await unnoticed(async () => {
    const client = await server.connect({ codec });
    client.send(frame);
    expect(await client.nextRefusal()).toBe('parse_error');
    expect(await isOpen(client)).toBe(true);
  });
});

const ping = '{"jsonrpc":"2.0","id":1,"method":"ping"}';
const large = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { x: 'x'.repeat(60_000) } });

test.each<[string, keyof typeof closeCodes, boolean, Buffer, Codec]>([
  ['text in the binary protocol', 'wrong_frame_type', false, rawFrame('text', 'hello'), msgpackCodec],
  [
    'text in the binary protocol, as a member',
    'wrong_frame_type',
    true,
    rawFrame('text', 'hello'),
    msgpackCodec,
  ],
  ['bytes in the text protocol', 'wrong_frame_type', false, rawFrame('binary', '{}'), jsonCodec],
  ['9 KiB before joining', 'frame_too_large', false, rawFrame('text', 'x'.repeat(9_216)), jsonCodec],
  ['ten thousand requests in a second', 'flooded', true, times(10_000, rawFrame('text', ping)), jsonCodec],
  ['ten thousand before joining', 'flooded', false, times(10_000, rawFrame('text', ping)), jsonCodec],
  ['large requests, again and again', 'flooded', true, times(400, rawFrame('text', large)), jsonCodec],
  ['ten thousand pings', 'flooded', true, times(10_000, rawFrame('ping', 'are you there?')), jsonCodec],
  ['ten thousand pongs', 'flooded', false, times(10_000, rawFrame('pong')), msgpackCodec],
])('%s: the connection ends as %s', async (_what, name, joins, bytes, codec) => {
  await unnoticed(async () => {
    const client = await server.connect({ codec });
    if (joins) await client.join('rude');
    sendRaw(client, bytes);
    expect(await client.closed).toEqual(ending(name));
  });
});

test('ten thousand frames of nonsense end the connection', async () => {
  await unnoticed(async () => {
    const { client } = await server.member('rude');
    sendRaw(client, times(10_000, rawFrame('text', '{')));
    expect([4400, 4429]).toContain((await client.closed).code);
  });
});

const beginning = rawFrame('binary', 'x', { fin: false });
const piece = (bytes: number) => rawFrame('continuation', Buffer.alloc(bytes), { fin: false });

test.each([
  ['a frame of 1 MB', 1009, rawFrame('binary', Buffer.alloc(1_000_000))],
  [
    'a frame just above what a member may send',
    1009,
    rawFrame('binary', Buffer.alloc(limits.frameBytes + 1)),
  ],
  ['the promise of an endless frame', 1009, Buffer.from([0x82, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['an endless message in large pieces', 1009, Buffer.concat([beginning, times(200, piece(1_000))])],
  ['an endless message in small pieces', 1008, Buffer.concat([beginning, times(100_000, piece(1))])],
  ['an endless message in empty pieces', 1008, Buffer.concat([beginning, times(100_000, piece(0))])],
  ['a frame of a kind that is none', 1002, Buffer.from([0x83, 0x80, 0, 0, 0, 0])],
  ['a frame without a mask', 1002, Buffer.from([0x82, 0x00])],
  ['a frame that says it is compressed', 1002, Buffer.from([0xc2, 0x80, 0, 0, 0, 0])],
  ['a piece of nothing', 1002, piece(1)],
])('%s, before and after joining: the connection ends with %i', async (_what, code, bytes) => {
  await unnoticed(async () => {
    for (const joins of [false, true]) {
      const client = await server.connect({ codec: msgpackCodec });
      if (joins) await client.join('rude');
      sendRaw(client, bytes);
      expect((await client.closed).code).toBe(code);
    }
  });
});

test('a hundred fragment bombs at once', async () => {
  await unnoticed(async () => {
    const bombers = await Promise.all(
      Array.from({ length: 100 }, () => server.connect({ codec: msgpackCodec })),
    );
    for (const bomber of bombers) sendRaw(bomber, Buffer.concat([beginning, times(20_000, piece(1))]));
    const endings = await Promise.all(bombers.map(({ closed }) => closed));
    expect(new Set(endings.map(({ code }) => code))).toEqual(new Set([1008]));
  });
});

test('a member who talks nonsense is gone for the others, and the seat is free', async () => {
  const { client: witness } = await server.member('rude');
  const { client: rude, self } = await server.member('rude');
  await unnoticed(async () => {
    sendRaw(rude, times(10_000, rawFrame('text', '{')));
    expect(await witness.next('memberLeft')).toEqual({ memberId: self.id, reason: 'lost' });
  });
});

test('connections that come and go in crowds, and never speak', async () => {
  await unnoticed(async () => {
    for (let wave = 0; wave < 5; wave++) {
      const crowd = await Promise.all(Array.from({ length: 40 }, () => server.connect()));
      for (const client of crowd) client.destroy();
      await Promise.all(crowd.map(({ closed }) => closed));
    }
  });
});

test('joins that fail, over and over', async () => {
  await unnoticed(async () => {
    const before = await server.counts();
    const client = await server.connect();
    for (let i = 0; i < limits.frameBurst; i++) {
      const rtpCapabilities = { ...canReceiveAll, codecs: [{ ...canReceiveAll.codecs[0], mimeType: '/' }] };
      expect(await client.ask('join', { room: `r${i}`, name: 'x', rtpCapabilities })).toBe('media_rejected');
    }
    const { rooms, transports } = await server.counts();
    expect([rooms, transports]).toEqual([before.rooms, before.transports]);
  });
});
