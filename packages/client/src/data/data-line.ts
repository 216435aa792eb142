import { type Clock, Emitter } from '@earshot/lifetime';
import {
  Courier,
  memberRates,
  ownTopicPrefix,
  type PathName,
  PostDown,
  Refusal,
  RpcError,
  readContent,
  topics,
  writeContent,
} from '@earshot/protocol';
import { callOut } from '../snapshot-store.ts';
import { SocketPath } from './socket-path.ts';

/** A post that came in: which seat of the room it is from, or null where the server itself speaks. */
export interface Incoming {
  readonly topic: string;
  readonly from: number | null;
  readonly content: Uint8Array;
}

interface DataLineOptions {
  clock: Clock;
  /** Carries packets over the WebSocket. */
  sendPackets(packets: Uint8Array<ArrayBuffer>[]): Promise<unknown>;
  /** How many others are in the room. */
  others(): number;
}

interface DataLineEvents {
  post: [post: Incoming];
  path: [path: PathName | 'none'];
  /** Some of what was sent has been taken: there is room for more. */
  acknowledged: [];
}

interface Sent {
  resolve(): void;
  reject(error: RpcError): void;
}

/** The member's end of all data: posts by topic, over whichever path there is. */
export class DataLine {
  readonly events = new Emitter<DataLineEvents>();
  readonly #courier: Courier;
  readonly #others: () => number;
  readonly #socketPath: SocketPath;
  readonly #unacknowledged = new Map<number, Sent>();
  #writeChannel: ((packet: Uint8Array<ArrayBuffer>) => void) | undefined;

  constructor({ clock, sendPackets, others }: DataLineOptions) {
    this.#others = others;
    this.#socketPath = new SocketPath({ clock, send: sendPackets });
    this.#courier = new Courier({
      clock,
      transmit: (path, packet) => {
        if (path === 'web_socket') this.#socketPath.add(packet);
        else this.#writeChannel?.(packet);
      },
      deliver: (body) => this.#take(body),
      deliverLoose: (body) => this.#take(body),
      onPath: (path) => this.events.emit('path', path),
      onAcknowledged: (number) => this.#acknowledged(number),
      pace: memberRates,
    });
    this.#courier.opened('web_socket');
  }

  get path(): PathName | 'none' {
    return this.#courier.path;
  }

  /** Bytes that wait to be sent, or to be acknowledged. */
  get queuedBytes(): number {
    return this.#courier.queuedBytes();
  }

  /**
   * Sends to everyone else, or to the seats named. Resolves when the server has taken it.
   * @throws RpcError `queue_full`, `receiver_slow`, `not_found`, `connection_lost`
   */
  async post(topic: string, content: Uint8Array, to: readonly number[] | null = null): Promise<void> {
    const number = this.#courier.post(writeContent([topic, to, content]), {
      sends: this.#receivers(topic, to),
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#unacknowledged.set(number, { resolve, reject });
    return promise;
  }

  /** Sends once, or not at all. */
  loose(topic: string, content: Uint8Array, to: readonly number[] | null = null): void {
    this.#courier.loose(writeContent([topic, to, content]), { sends: this.#receivers(topic, to) });
  }

  /** Takes a packet. What makes no sense is dropped: a newer server may say more. */
  receive(path: PathName, packet: Uint8Array): void {
    try {
      this.#courier.receive(path, packet);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
    }
  }

  /** There is a channel that can be tried. */
  channelOpened(write: (packet: Uint8Array<ArrayBuffer>) => void): void {
    this.#writeChannel = write;
    this.#courier.opened('data_channel');
  }

  channelClosed(): void {
    this.#writeChannel = undefined;
    this.#courier.shut('data_channel');
  }

  close(): void {
    this.#socketPath.close();
    this.#courier.close();
    for (const { reject } of this.#unacknowledged.values()) reject(new RpcError('connection_lost'));
    this.#unacknowledged.clear();
  }

  /** How many the server sends it on to. What is Earshot's own and goes to everybody is held to other rates. */
  #receivers(topic: string, to: readonly number[] | null): number {
    return to?.length ?? (topic.startsWith(ownTopicPrefix) ? 0 : this.#others());
  }

  #take(body: Uint8Array): void {
    const [topic, from, content] = readContent(PostDown, body);
    if (topic === topics.refused && from === null) {
      const { number, error } = readContent(Refusal, content);
      this.#unacknowledged.get(number)?.reject(new RpcError(error));
      this.#unacknowledged.delete(number);
    } else callOut(() => this.events.emit('post', { topic, from, content }));
  }

  #acknowledged(upTo: number): void {
    for (const [number, { resolve }] of this.#unacknowledged) {
      if (number > upTo) break;
      this.#unacknowledged.delete(number);
      resolve();
    }
    this.events.emit('acknowledged');
  }
}
