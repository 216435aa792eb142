import { type Clock, Emitter, Scope } from '@earshot/lifetime';
import {
  type ClientMethods,
  type CloseName,
  type Codec,
  clientMethods,
  closeCodes,
  limits,
  type Params,
  type Puzzle,
  type Result,
  RpcError,
  RpcPeer,
  type ServerMethods,
  serverMethods,
} from '@earshot/protocol';
import type { Engine, Socket } from './engine.ts';
import { type LinkEnd, linkEnd, linkError } from './link-end.ts';
import { type Notification, readNotification } from './notification.ts';

interface LinkOptions {
  engine: Engine;
  url: URL;
  codec: Codec;
  clock: Clock;
}

interface LinkEvents {
  notification: [notification: Notification];
  /** Emitted once. */
  end: [end: LinkEnd];
}

/** More than any room says before its first answer is read. Beyond it the connection is given up. */
const maxHeld = 1_024;

/**
 * One connection to the server: a socket, the conversation on it, and the watch over its heartbeat. It
 * knows nothing of rooms, so that a room can go on over another link.
 */
export class SignalingLink {
  readonly events = new Emitter<LinkEvents>();
  readonly #clock: Clock;
  readonly #socket: Socket;
  readonly #peer: RpcPeer<ClientMethods, ServerMethods>;
  readonly #scope = new Scope();
  readonly #opened = Promise.withResolvers<void>();
  readonly #nonce = Promise.withResolvers<string>();
  /** Notifications that came before anybody listened; undefined once somebody does. */
  #held: Notification[] | undefined = [];
  #puzzle: Puzzle | undefined;
  #lastFrameAtMs: number;
  #end: LinkEnd | undefined;

  constructor({ engine, url, codec, clock }: LinkOptions) {
    this.#clock = clock;
    this.#lastFrameAtMs = clock.nowMs();
    this.#opened.promise.catch(() => {});
    this.#nonce.promise.catch(() => {});
    this.#peer = new RpcPeer({
      codec,
      send: (frame) => this.#socket.send(frame),
      answers: clientMethods,
      handlers: { ping: () => ({}) },
      asks: serverMethods,
      onNotification: (method, params) => this.#take(readNotification(method, params)),
      clock,
    });
    this.#socket = engine.openSocket({
      url,
      codec,
      onOpen: () => this.#opened.resolve(),
      onFrame: (frame) => {
        this.#lastFrameAtMs = clock.nowMs();
        this.#peer.receive(frame);
      },
      onClose: (code, reason) => this.#finish(linkEnd(code, reason)),
    });
    this.#scope.add(clock.after(limits.requestTimeoutMs, () => this.#openedOrGiveUp()));
    this.#scope.add(clock.every(limits.heartbeatTimeoutMs / 6, () => this.#checkHeartbeat()));
  }

  /** Where it ended: how. */
  get end(): LinkEnd | undefined {
    return this.#end;
  }

  /** Resolves when requests can be sent. @throws RpcError when the connection does not come about. */
  get opened(): Promise<void> {
    return this.#opened.promise;
  }

  /** What this connection's `hello` said. @throws RpcError when it ends before one came. */
  get nonce(): Promise<string> {
    return this.#nonce.promise;
  }

  /** The work that `hello` asked for, where it did and has come already. */
  get puzzle(): Puzzle | undefined {
    return this.#puzzle;
  }

  /** @throws RpcError */
  request<Name extends keyof ServerMethods & string>(
    method: Name,
    params: Params<ServerMethods, Name>,
    options?: { timeoutMs?: number },
  ): Promise<Result<ServerMethods, Name>> {
    return this.#peer.request(method, params, options);
  }

  /** Delivers what has been held back, and from now on everything as it comes. */
  listen(listener: (notification: Notification) => void): () => void {
    const undo = this.events.on('notification', listener);
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const notification of held) listener(notification);
    return undo;
  }

  /** Ends it from this side. Safe to call twice. */
  close(name: CloseName): void {
    if (this.#end) return;
    this.#socket.close(socketCode(name), name);
    this.#finish(linkEnd(closeCodes[name].code, name));
  }

  #take(notification: Notification | undefined): void {
    if (!notification) return;
    if (notification.method === 'hello') {
      this.#puzzle = notification.params.puzzle;
      this.#nonce.resolve(notification.params.nonce);
    } else if (!this.#held) this.events.emit('notification', notification);
    else if (this.#held.push(notification) > maxHeld) this.close('too_slow');
  }

  #openedOrGiveUp(): void {
    this.#opened.reject(new RpcError('timeout', { detail: 'the connection did not open' }));
  }

  #checkHeartbeat(): void {
    if (this.#clock.nowMs() - this.#lastFrameAtMs > limits.heartbeatTimeoutMs)
      this.close('heartbeat_timeout');
  }

  #finish(end: LinkEnd): void {
    if (this.#end) return;
    this.#end = end;
    const error = linkError(end);
    this.#opened.reject(error);
    this.#nonce.reject(error);
    this.#peer.close(error);
    void this.#scope.close(end.detail);
    this.events.emit('end', end);
  }
}

/** A browser lets a page close with 1000 or an own code only (WebSockets standard, `close()`). */
function socketCode(name: CloseName): number {
  const { code } = closeCodes[name];
  return code >= 3_000 ? code : 1_000;
}
