import { withDeadline } from '@earshot/lifetime';
import {
  type ClientMethods,
  type Codec,
  clientMethods,
  type Frame,
  type JoinParams,
  jsonCodec,
  type NotificationName,
  type NotificationParams,
  type Params,
  type Puzzle,
  RpcPeer,
  type ServerMethods,
  serverMethods,
} from '@earshot/protocol';
import { WebSocket } from 'ws';
import { canReceiveAll } from './fake-microphone.ts';
import { EndedError, Inbox } from './inbox.ts';

/** One JSON-RPC message as it stands on the wire. */
export interface WireMessage {
  id?: number | string | null;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string; data: { error: string; retryable: boolean; detail?: string } };
}

export interface ConnectOptions {
  codec?: Codec;
  /** What a proxy would say about where they come from. */
  forwardedFor?: string;
  /** False: the server's questions stay unanswered. */
  answersPings?: boolean;
}

export interface Ending {
  code: number;
  reason: string;
}

/** A client with nothing but a socket: well-behaved when asked by name, and able to send anything. */
export class SignalingClient {
  readonly socket: WebSocket;
  readonly codec: Codec;
  /** What came and was neither an answer that somebody waits for nor a question. */
  readonly inbox = new Inbox<WireMessage>();
  /** Everything that came after `hello`, in its order: names of notifications and questions, `result` or `error:<name>`. */
  readonly history: string[] = [];
  readonly closed: Promise<Ending>;
  readonly #hello = Promise.withResolvers<NotificationParams<'hello'>>();
  readonly #peer: RpcPeer<ClientMethods, ServerMethods>;
  #asked = 0;

  private constructor(socket: WebSocket, { codec = jsonCodec, answersPings = true }: ConnectOptions) {
    this.socket = socket;
    this.codec = codec;
    this.#peer = new RpcPeer({
      codec,
      send: (frame) => this.send(frame),
      answers: clientMethods,
      handlers: { ping: () => ({}) },
      asks: serverMethods,
      onNotification: (method, params) => this.inbox.push({ method, params }),
    });
    socket.on('message', (data) => this.#receive(data as Buffer, answersPings));
    const { promise, resolve } = Promise.withResolvers<Ending>();
    this.closed = promise;
    socket.once('close', (code, reason) => {
      this.#peer.close();
      this.inbox.end();
      this.#hello.reject(new EndedError('hello'));
      resolve({ code, reason: reason.toString() });
    });
    this.#hello.promise.catch(() => {});
    // A socket that is cut off says so in 'close'.
    socket.on('error', () => {});
  }

  static async connect(port: number, options: ConnectOptions = {}): Promise<SignalingClient> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/signal`, (options.codec ?? jsonCodec).subprotocol, {
      origin: `http://127.0.0.1:${port}`,
      headers: options.forwardedFor === undefined ? {} : { 'x-forwarded-for': options.forwardedFor },
    });
    const client = new SignalingClient(socket, options);
    await withDeadline(
      new Promise((resolve, reject) => {
        socket.once('open', resolve);
        socket.once('error', reject);
      }),
      { what: 'the connection', limitMs: 15_000 },
    );
    return client;
  }

  request<Name extends keyof ServerMethods>(method: Name, params: Params<ServerMethods, Name>) {
    return this.#peer.request(method, params);
  }

  /** What the server is called in its address. */
  get host(): string {
    return new URL(this.socket.url).host;
  }

  /** What to sign with a key, once. */
  get nonce(): Promise<string> {
    return this.#hello.promise.then(({ nonce }) => nonce);
  }

  /** The work that is due before joining. */
  get puzzle(): Promise<Puzzle | undefined> {
    return this.#hello.promise.then(({ puzzle }) => puzzle);
  }

  /** Asks anything, right or wrong; answers `ok` or the error's name. */
  async ask(method: string, params: unknown): Promise<string> {
    this.#asked += 1;
    const id = `ask-${this.#asked}`;
    this.sendValue({ jsonrpc: '2.0', id, method, params });
    try {
      const { error } = await this.inbox.take(`the answer to ${method}`, (message) => message.id === id);
      return error?.data.error ?? 'ok';
    } catch (error) {
      if (error instanceof EndedError) return 'connection_lost';
      throw error;
    }
  }

  join(room: string, changes: Partial<JoinParams> = {}) {
    return this.request('join', { room, name: 'Ann', rtpCapabilities: canReceiveAll, ...changes });
  }

  /** The next notification of this name. */
  async next<Name extends NotificationName>(name: Name): Promise<NotificationParams<Name>> {
    const { params } = await this.inbox.take(name, ({ method }) => method === name);
    return params as NotificationParams<Name>;
  }

  /** The name of the next error that answers no request of ours. */
  async nextRefusal(): Promise<string> {
    const { error } = await this.inbox.take('a refusal', (message) => message.id === null);
    return error?.data.error ?? '';
  }

  /** Notifications that came and were not taken with `next`. */
  get untaken(): string[] {
    return this.inbox.items.map(({ method }) => method ?? 'answer');
  }

  send(data: Frame | Buffer): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(data);
  }

  /** Sends any value in this client's codec. */
  sendValue(value: unknown): void {
    this.send(this.codec.encode(value));
  }

  /** Ends without a word, as when the power fails. */
  destroy(): void {
    this.socket.terminate();
  }

  #receive(data: Buffer, answersPings: boolean): void {
    const frame = (this.codec.binary ? data : data.toString()) as Frame;
    const message = this.codec.decode(frame) as WireMessage;
    const { method, error } = message;
    if (method === 'hello') {
      this.#hello.resolve(message.params as NotificationParams<'hello'>);
      return;
    }
    this.history.push(method ?? (error ? `error:${error.data.error}` : 'result'));
    if (method === 'ping' && !answersPings) return;
    if (this.#peer.receive(frame)) this.inbox.push(message);
  }
}
