import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { DelayLine } from './delay-line.ts';
import type { Address, Path, Tap } from './path.ts';

const loopback = '127.0.0.1';
/** Connections at once; further ones are cut off. */
const maxConnections = 256;
/** Bytes under way in one direction; beyond that the sender is no longer read. */
const maxBytesUnderWay = 1_048_576;

/**
 * The TCP half of a relay. The handshake with the relay takes no time, so the client's first bytes are held
 * for the round trip that a handshake over this path would have taken.
 */
export class Streams {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open({
    target,
    path: { delayMs },
    tap,
  }: {
    target: Address;
    path: Path;
    tap: Tap;
  }): Promise<Streams> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    const streams = new Streams(server);
    server.maxConnections = maxConnections;
    let connections = 0;
    server.on('connection', (client) => {
      connections += 1;
      const flow = `tcp ${connections}`;
      client.on('data', (bytes) => tap(bytes, `${flow} up`));
      streams.#relay(client, { target, delayMs }).on('data', (bytes) => tap(bytes, `${flow} down`));
    });
    server.listen(0, loopback);
    await once(server, 'listening');
    return streams;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #relay(client: Socket, { target, delayMs }: { target: Address; delayMs: number }): Socket {
    const upstream = connect({ ...target, allowHalfOpen: true, noDelay: true });
    const connectedMs = performance.now() + 2 * delayMs;
    pump(client, upstream, { delayMs, notBeforeMs: connectedMs });
    pump(upstream, client, { delayMs, notBeforeMs: connectedMs });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(socket);
      // 'close' follows.
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#sockets.delete(socket);
        // After a proper end the other side gets its own, in its time.
        if (!socket.readableEnded) other.destroy();
      });
    }
    return upstream;
  }
}

function pump(
  from: Socket,
  to: Socket,
  { delayMs, notBeforeMs }: { delayMs: number; notBeforeMs: number },
): void {
  let bytes = 0;
  const line = new DelayLine<Buffer | 'end'>({
    delayMs,
    deliver(item) {
      if (item === 'end') return void to.end();
      to.write(item, () => {
        bytes -= item.length;
        if (bytes < maxBytesUnderWay) from.resume();
      });
    },
  });
  const push = (item: Buffer | 'end') => line.push(item, Math.max(performance.now(), notBeforeMs));
  from.on('data', (chunk) => {
    bytes += chunk.length;
    if (bytes >= maxBytesUnderWay) from.pause();
    push(chunk);
  });
  from.on('end', () => push('end'));
  to.on('close', () => line.clear());
}
