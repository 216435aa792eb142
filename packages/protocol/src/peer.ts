import { type Clock, systemClock } from '@earshot/lifetime';
import type { Codec, Frame } from './codec.ts';
import { type ErrorMessage, idOf, isAnswer, type RequestMessage, readEnvelope } from './envelope.ts';
import { RpcError } from './errors.ts';
import { fit } from './fit.ts';
import { limits } from './limits.ts';
import type { MethodTable, Params, ParsedParams, Result } from './methods.ts';
import { PendingRequests } from './pending-requests.ts';

/** One function per method that this side answers. */
export type Handlers<Table extends MethodTable> = {
  [Name in keyof Table]: (
    params: ParsedParams<Table, Name>,
  ) => Result<Table, Name> | Promise<Result<Table, Name>>;
};

export interface PeerOptions<Answers extends MethodTable, Asks extends MethodTable> {
  codec: Codec;
  /** Hands a frame to whatever carries it. Must not throw. */
  send(frame: Frame): void;
  /** The methods that this side answers. */
  answers: Answers;
  handlers: Handlers<Answers>;
  /** The methods that this side asks for. */
  asks: Asks;
  /** Takes notifications; a side without it refuses them. */
  onNotification?(method: string, params: unknown): void;
  /** Hears of each answer after it was sent. `error` is whatever the handler threw. Must not throw. */
  onAnswered?(method: string, error: unknown): void;
  clock?: Clock;
}

/**
 * One end of a JSON-RPC 2.0 conversation: asks, answers and matches the two. It knows nothing of sockets,
 * and both the server and the client stand on it.
 */
export class RpcPeer<Answers extends MethodTable, Asks extends MethodTable> {
  readonly #options: PeerOptions<Answers, Asks>;
  readonly #pending: PendingRequests;
  #answering = 0;

  constructor(options: PeerOptions<Answers, Asks>) {
    this.#options = options;
    this.#pending = new PendingRequests(options.clock ?? systemClock);
  }

  get codec(): Codec {
    return this.#options.codec;
  }

  /**
   * Asks the other side.
   * @throws RpcError what the other side answered, `timeout`, `connection_lost`, `rate_limited` when too many
   * requests wait already, or `internal` when the answer does not fit its schema.
   */
  async request<Name extends keyof Asks & string>(
    method: Name,
    params: Params<Asks, Name>,
    { timeoutMs = limits.requestTimeoutMs }: { timeoutMs?: number } = {},
  ): Promise<Result<Asks, Name>> {
    const { id, answer } = this.#pending.open(timeoutMs);
    try {
      this.#send({ jsonrpc: '2.0', id, method, params });
    } catch (error) {
      this.#pending.settle(id, { error: asRpcError(error) });
    }
    const { result } = this.#options.asks[method] as MethodTable[string];
    return fit(result, await answer, 'internal') as Result<Asks, Name>;
  }

  /** Tells the other side something that needs no answer. */
  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /**
   * Takes one frame from the other side. Never throws.
   * @returns why the frame was refused, where it was. Refused calls have been answered with the error;
   * refused answers are dropped, so that two peers cannot send each other errors for ever.
   */
  receive(frame: Frame): RpcError | undefined {
    let value: unknown;
    try {
      value = this.#options.codec.decode(frame);
      const incoming = readEnvelope(value);
      switch (incoming.kind) {
        case 'request':
          return this.#answer(incoming.message);
        case 'notification':
          return this.#take(incoming.message.method, incoming.message.params);
        case 'result':
          return this.#pending.settle(incoming.message.id, { result: incoming.message.result });
        case 'error':
          return this.#pending.settle(incoming.message.id, {
            error: RpcError.fromWire(incoming.message.error),
          });
      }
    } catch (error) {
      const refusal = asRpcError(error);
      this.#refuse(value, refusal);
      return refusal;
    }
  }

  /** Answers a frame with an error without doing what it asks. */
  refuse(frame: Frame, error: RpcError): RpcError {
    let value: unknown;
    try {
      value = this.#options.codec.decode(frame);
    } catch {
      // What cannot be decoded is refused all the same, without an id.
    }
    this.#refuse(value, error);
    return error;
  }

  /** Fails every request that still waits. */
  close(error = new RpcError('connection_lost')): void {
    this.#pending.close(error);
  }

  #answer(request: RequestMessage): RpcError | undefined {
    if (!Object.hasOwn(this.#options.answers, request.method)) throw new RpcError('method_not_found');
    if (this.#answering >= limits.requestsInFlight) throw new RpcError('rate_limited');
    const method = this.#options.answers[request.method] as MethodTable[string];
    void this.#run(request, fit(method.params, request.params ?? {}, 'invalid_params'));
    return undefined;
  }

  async #run(request: RequestMessage, params: unknown): Promise<void> {
    const handler = this.#options.handlers[request.method] as (params: unknown) => unknown;
    let answer: Frame;
    let failure: unknown;
    this.#answering += 1;
    try {
      const result = (await handler(params)) ?? null;
      answer = this.#options.codec.encode({ jsonrpc: '2.0', id: request.id, result });
    } catch (error) {
      failure = error ?? new Error('a handler threw nothing');
      answer = this.#errorFrame(request.id, asRpcError(failure));
    } finally {
      this.#answering -= 1;
    }
    this.#options.send(answer);
    this.#options.onAnswered?.(request.method, failure);
  }

  #take(method: string, params: unknown): RpcError | undefined {
    if (!this.#options.onNotification) {
      throw new RpcError('invalid_request', { detail: 'notifications are not taken here' });
    }
    try {
      this.#options.onNotification(method, params);
      return undefined;
    } catch (error) {
      // JSON-RPC 2.0, section 4.1: a notification is never answered, not even with an error.
      return asRpcError(error);
    }
  }

  #refuse(value: unknown, error: RpcError): void {
    if (!isAnswer(value)) this.#options.send(this.#errorFrame(idOf(value), error));
  }

  #errorFrame(id: ErrorMessage['id'], error: RpcError): Frame {
    return this.#options.codec.encode({ jsonrpc: '2.0', id, error: error.toWire() });
  }

  #send(message: unknown): void {
    this.#options.send(this.#options.codec.encode(message));
  }
}

/** An expected failure stays what it is; a bug leaves as `internal`, without its text. */
function asRpcError(error: unknown): RpcError {
  return error instanceof RpcError ? error : new RpcError('internal', { cause: error });
}
