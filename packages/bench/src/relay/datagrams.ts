import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { DelayLine } from './delay-line.ts';
import { losses } from './losses.ts';
import type { Address, Path, Tap } from './path.ts';

const loopback = '127.0.0.1';
/** Clients served; the datagrams of further ones are lost. */
const maxClients = 256;
/** Datagrams under way in one direction; more are lost, as in a router whose queue is full. */
const maxUnderWay = 4_096;

/** The UDP half of a relay: each client gets a socket of its own towards the target. */
export class Datagrams {
  readonly #socket: Socket;
  readonly #target: Address;
  readonly #path: Path;
  readonly #tap: Tap;
  #lines = 0;
  readonly #clients = new Map<string, Client>();

  private constructor(socket: Socket, { target, path, tap }: { target: Address; path: Path; tap: Tap }) {
    this.#socket = socket;
    this.#target = target;
    this.#path = path;
    this.#tap = tap;
    socket.on('message', (datagram, from) => this.#client(from)?.up.push(datagram));
  }

  /** @throws Error EADDRINUSE among others */
  static async open({
    port,
    ...way
  }: {
    port: number;
    target: Address;
    path: Path;
    tap: Tap;
  }): Promise<Datagrams> {
    const socket = createSocket('udp4');
    socket.bind(port, loopback);
    await once(socket, 'listening');
    return new Datagrams(socket, way);
  }

  close(): void {
    this.#socket.close();
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }

  #client(from: RemoteInfo): Client | undefined {
    const key = `${from.address}:${from.port}`;
    const known = this.#clients.get(key);
    if (known || this.#clients.size >= maxClients) return known;
    const client = this.#connect(from);
    this.#clients.set(key, client);
    return client;
  }

  #connect(from: RemoteInfo): Client {
    const { host, port } = this.#target;
    const upstream = createSocket('udp4');
    const number = this.#clients.size + 1;
    const up = this.#line(`udp ${number} up`, (datagram) => upstream.send(datagram, port, host));
    const down = this.#line(`udp ${number} down`, (datagram) =>
      this.#socket.send(datagram, from.port, from.address),
    );
    upstream.on('message', (datagram) => down.push(datagram));
    // What the target's host answers to a closed port is lost as well.
    upstream.on('error', () => {});
    upstream.bind(0, loopback);
    return {
      up,
      close() {
        upstream.close();
        up.clear();
        down.clear();
      },
    };
  }

  #line(flow: string, deliver: (datagram: Buffer) => void): Pick<DelayLine<Buffer>, 'push' | 'clear'> {
    const line = new DelayLine({ delayMs: this.#path.delayMs, deliver });
    const lost = losses(this.#path, this.#lines);
    this.#lines += 1;
    return {
      push: (datagram) => {
        this.#tap(datagram, flow);
        if (!lost() && line.length < maxUnderWay) line.push(datagram);
      },
      clear: () => line.clear(),
    };
  }
}

interface Client {
  readonly up: Pick<DelayLine<Buffer>, 'push'>;
  close(): void;
}
