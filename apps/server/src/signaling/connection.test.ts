import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { jsonCodec, limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { until } from '../testing/until.ts';
import { Connection, socketOptions } from './connection.ts';

let listener: WebSocketServer;
const clients: WebSocket[] = [];

beforeAll(async () => {
  listener = new WebSocketServer({ host: '127.0.0.1', port: 0, ...socketOptions });
  await once(listener, 'listening');
});
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});
afterAll(() => void listener.close());

/** Both ends of a real socket, and what the server's end said. */
async function pair() {
  const client = new WebSocket(`ws://127.0.0.1:${(listener.address() as AddressInfo).port}`);
  clients.push(client);
  client.on('error', () => {});
  const [socket] = (await once(listener, 'connection')) as [WebSocket];
  const connection = new Connection({ socket, codec: jsonCodec });
  const frames: string[] = [];
  const ends: { code: number; name: string | undefined }[] = [];
  connection.events.on('frame', (frame) => frames.push(String(frame)));
  connection.events.on('ended', (why) => ends.push(why));
  if (client.readyState !== client.OPEN) await once(client, 'open');
  return { client, socket, connection, frames, ends };
}

const closed = async (client: WebSocket) => {
  const [code, reason] = await once(client, 'close');
  return { code, reason: String(reason) };
};

test('a client that does not read is closed as too slow, with no more queued than is allowed', async () => {
  const { client, socket, connection, ends } = await pair();
  client.pause();
  const frame = 'x'.repeat(32_768);
  let sent = 0;
  while (ends.length === 0) {
    connection.send(frame);
    sent += 1;
    expect(socket.bufferedAmount).toBeLessThanOrEqual(limits.outboundQueueBytes + 2 * frame.length);
    if (sent % 16 === 0) await new Promise(setImmediate);
  }
  const queued = socket.bufferedAmount;
  connection.send(frame);
  expect(socket.bufferedAmount).toBe(queued);
  expect(ends).toEqual([{ code: 4430, name: 'too_slow' }]);
  const gone = closed(client);
  client.resume();
  expect(await gone).toEqual({ code: 4430, reason: 'too_slow' });
});

test('a client that never reads again is cut off soon', async () => {
  const { client, socket, connection } = await pair();
  client.pause();
  const beganAtMs = performance.now();
  const gone = once(socket, 'close');
  while (socket.readyState === socket.OPEN) {
    connection.send('x'.repeat(65_536));
    await new Promise(setImmediate);
  }
  await gone;
  // The library's own patience is half a minute.
  expect(performance.now() - beganAtMs).toBeLessThan(15_000);
});

test('a client that does not read the answers to its pings is closed as too slow, too', async () => {
  const { client, socket, ends } = await pair();
  client.pause();
  const payload = Buffer.alloc(125);
  const send = () => {
    for (let i = 0; i < 2_000; i++) client.ping(payload);
    return ends;
  };
  await until(send, ({ length }) => length > 0);
  expect(ends).toEqual([{ code: 4430, name: 'too_slow' }]);
  expect(socket.bufferedAmount).toBeLessThan(limits.outboundQueueBytes + 2 * payload.length);
});

test('frames count by their size, and by the larger measure once that is allowed', async () => {
  const { client, connection, frames, ends } = await pair();
  const largest = (bytes: number) => 'é'.repeat(bytes / 2);
  client.send(largest(limits.frameBytesBeforeJoin));
  connection.allowLargeFrames();
  client.send(largest(limits.frameBytes));
  await until(
    () => frames.length,
    (count) => count === 2,
  );
  client.send(`${largest(limits.frameBytes)}x`);
  expect((await closed(client)).code).toBe(1009);
  expect(ends).toEqual([{ code: 1009, name: 'frame_too_large' }]);
});

test('a frame just too large before joining ends the connection', async () => {
  const { client, frames, ends } = await pair();
  client.send('x'.repeat(limits.frameBytesBeforeJoin + 1));
  client.send('x');
  expect(await closed(client)).toEqual({ code: 1009, reason: 'frame_too_large' });
  expect(ends).toEqual([{ code: 1009, name: 'frame_too_large' }]);
  expect(frames).toEqual([]);
});

test.each([
  [
    'a frame that is far too large',
    (client: WebSocket) => client.send('x'.repeat(1_000_000)),
    1009,
    'frame_too_large',
  ],
  ['an unending message in fragments', fragments(1_000, 'x'.repeat(1_000)), 1009, 'frame_too_large'],
  ['a message in countless fragments', fragments(20_000, 'x'), 1008, 'malformed'],
  ['a message in countless empty fragments', fragments(20_000, ''), 1008, 'malformed'],
  [
    'text that is not UTF-8',
    (client: WebSocket) => client.send(Buffer.from([0xff]), { binary: false }),
    1007,
    'malformed',
  ],
])('%s ends the connection, though the client holds on', async (_what, attack, code, name) => {
  const { client, ends, frames } = await pair();
  // The client does not answer the close frame, so only this side can end it.
  (client as unknown as { close(): void }).close = () => {};
  const heard = once(client, 'close');
  attack(client);
  await until(
    () => ends.length,
    (count) => count === 1,
  );
  expect(ends).toMatchObject([{ name }]);
  expect(frames).toEqual([]);
  expect((await heard)[0]).toBe(code);
});

test('says goodbye once, with the reason', async () => {
  const { client, connection, ends } = await pair();
  const gone = closed(client);
  connection.close('left');
  connection.close('too_slow');
  expect(await gone).toEqual({ code: 1000, reason: 'left' });
  expect(ends).toEqual([{ code: 1000, name: 'left' }]);
});

function fragments(count: number, piece: string) {
  return (client: WebSocket) => {
    for (let i = 0; i < count; i++) client.send(piece, { fin: false });
  };
}
