import { systemClock } from '@earshot/lifetime';
import {
  type ChatCommand,
  ChatEvent,
  Courier,
  type Frame,
  PostDown,
  Refusal,
  readContent,
  topics,
  writeContent,
} from '@earshot/protocol';
import type { SignalingClient, WireMessage } from './signaling-client.ts';

interface Heard {
  readonly topic: string;
  readonly from: number | null;
  readonly text: string;
}

/** The data half of a client that has joined, over its WebSocket. */
export class DataClient {
  readonly heard: Heard[] = [];
  readonly chat: ChatEvent[] = [];
  readonly refusals: Refusal[] = [];
  readonly courier: Courier;
  readonly #client: SignalingClient;

  constructor(client: SignalingClient) {
    this.#client = client;
    this.courier = new Courier({
      clock: systemClock,
      transmit: (_path, packet) => {
        client.request('sendData', { packets: [packet] }).catch(() => {});
      },
      deliver: (body) => this.#take(body),
      deliverLoose: (body) => this.#take(body),
    });
    this.courier.opened('web_socket');
    client.socket.on('message', (data) => this.#receive(data as Buffer));
  }

  post(topic: string, content: Uint8Array, to: number[] | null = null): void {
    this.courier.post(writeContent([topic, to, content]));
  }

  say(topic: string, text: string, to: number[] | null = null): void {
    this.post(topic, new TextEncoder().encode(text), to);
  }

  command(command: ChatCommand): void {
    this.post(topics.chat, writeContent(command));
  }

  /** Sends packets as they are, and tells how that ended. */
  raw(...packets: Uint8Array<ArrayBuffer>[]): Promise<string> {
    return this.#client.request('sendData', { packets }).then(
      () => 'ok',
      (error: { error: string }) => error.error,
    );
  }

  close(): void {
    this.courier.close();
  }

  #take(body: Uint8Array): void {
    const [topic, from, content] = readContent(PostDown, body);
    if (topic === topics.chat) this.chat.push(readContent(ChatEvent, content));
    else if (topic === topics.refused) this.refusals.push(readContent(Refusal, content));
    else this.heard.push({ topic, from, text: new TextDecoder().decode(content) });
  }

  #receive(data: Buffer): void {
    const { codec } = this.#client;
    const message = codec.decode((codec.binary ? data : data.toString()) as Frame) as WireMessage;
    if (message.method !== 'data') return;
    for (const packet of (message.params as { packets: (Uint8Array | string)[] }).packets) {
      this.courier.receive('web_socket', typeof packet === 'string' ? Buffer.from(packet, 'base64') : packet);
    }
  }
}
