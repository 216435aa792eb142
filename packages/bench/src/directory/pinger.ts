import { setTimeout as pause } from 'node:timers/promises';
import { routerRtpCapabilities } from '@earshot/protocol';
import type { Address } from '../relay/relay.ts';
import { within } from '../within.ts';

const answerWithinMs = 10_000;
/** The server allows 30 frames a second. */
const pingEveryMs = 50;

interface Message {
  id?: number;
  method?: string;
  error?: unknown;
}

/** Somebody in a room of their own who measures how soon the server answers. */
export class Pinger implements Disposable {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.method === 'ping') this.#send({ id: message.id, result: {} });
      else if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    });
  }

  static async enter({ host, port }: Address, room: string): Promise<Pinger> {
    // Browsers say where they come from by themselves; Node's WebSocket has to be told.
    const options = { protocols: ['earshot.v1.json'], headers: { origin: `http://${host}:${port}` } };
    const socket = new WebSocket(`ws://${host}:${port}/signal`, options as never);
    const opened = new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('no way to signaling')), { once: true });
    });
    await within(opened, { what: 'opening a socket', limitMs: answerWithinMs });
    const pinger = new Pinger(socket);
    const { error } = await pinger.#ask('join', {
      room,
      name: 'Ping',
      rtpCapabilities: routerRtpCapabilities,
    });
    if (error) throw new Error(`joining was refused: ${JSON.stringify(error)}`);
    return pinger;
  }

  /** How long each answer took, in ms. */
  async times(durationMs: number, signal: AbortSignal): Promise<number[]> {
    const times: number[] = [];
    const endsAtMs = performance.now() + durationMs;
    while (performance.now() < endsAtMs) {
      const startMs = performance.now();
      await this.#ask('ping', {});
      const tookMs = performance.now() - startMs;
      times.push(tookMs);
      await pause(Math.max(0, pingEveryMs - tookMs), undefined, { signal });
    }
    return times;
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }

  #ask(method: string, params: object): Promise<Message> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ id, method, params });
    return within(answer, { what: method, limitMs: answerWithinMs }).finally(() => this.#waiting.delete(id));
  }

  #send(message: object): void {
    this.#socket.send(JSON.stringify({ jsonrpc: '2.0', ...message }));
  }
}
