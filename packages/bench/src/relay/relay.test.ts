import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { type Path, Relay } from './relay.ts';

const path: Path = { delayMs: 40 };

test('a stream takes the handshake and one round trip, and keeps its bytes in order', async () => {
  await using echo = await echoServer();
  await using relay = await Relay.open({ target: echo.address, path });
  const since = performance.now();
  const socket = connect(relay.address);
  socket.write('one ');
  const [first] = (await once(socket, 'data')) as [Buffer];
  expect(performance.now() - since).toBeGreaterThanOrEqual(4 * path.delayMs - 5);
  socket.write('two ');
  socket.end('three');
  expect(first.toString() + (await text(socket))).toBe('one two three');
});

test('more than fits on the way arrives all the same', async () => {
  await using echo = await echoServer();
  await using relay = await Relay.open({ target: echo.address, path: { delayMs: 5 } });
  const sent = 'x'.repeat(5_000_000);
  const socket = connect(relay.address);
  socket.end(sent);
  expect((await text(socket)).length).toBe(sent.length);
});

test('a target that is not there ends the stream', async () => {
  const gone = await echoServer();
  await gone[Symbol.asyncDispose]();
  await using relay = await Relay.open({ target: gone.address, path: { delayMs: 0 } });
  const socket = connect(relay.address);
  socket.on('error', () => {});
  socket.resume();
  await once(socket, 'close');
});

test('a datagram takes one round trip', async () => {
  await using echo = await echoServer();
  await using relay = await Relay.open({ target: echo.address, path });
  using client = udpClient();
  const since = performance.now();
  client.socket.send('hello', relay.address.port, relay.address.host);
  const [answer] = await once(client.socket, 'message');
  expect(String(answer)).toBe('hello');
  expect(performance.now() - since).toBeGreaterThanOrEqual(2 * path.delayMs - 5);
});

async function echoServer(): Promise<AsyncDisposable & { address: { host: string; port: number } }> {
  const udp = createSocket('udp4');
  udp.on('message', (message, from) => udp.send(message, from.port, from.address));
  const tcp = createServer({ allowHalfOpen: true }, (socket) => socket.pipe(socket));
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const address = { host: '127.0.0.1', port: (tcp.address() as AddressInfo).port };
  udp.bind(address.port, address.host);
  await once(udp, 'listening');
  return {
    address,
    async [Symbol.asyncDispose]() {
      udp.close();
      await new Promise((resolve) => tcp.close(resolve));
    },
  };
}

function udpClient(): Disposable & { socket: Socket } {
  const socket = createSocket('udp4');
  return { socket, [Symbol.dispose]: () => void socket.close() };
}
