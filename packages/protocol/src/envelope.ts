import { RpcError, type WireError } from './errors.ts';

/** JSON-RPC 2.0, https://www.jsonrpc.org/specification; batches are not used. */
export type RequestId = number | string;

export interface RequestMessage {
  jsonrpc: '2.0';
  id: RequestId;
  method: string;
  params?: unknown;
}

export interface NotificationMessage {
  jsonrpc: '2.0';
  method: string;
  params?: unknown;
}

export interface ResultMessage {
  jsonrpc: '2.0';
  id: RequestId;
  result: unknown;
}

export interface ErrorMessage {
  jsonrpc: '2.0';
  /** Null where the request was too broken to carry an id. */
  id: RequestId | null;
  error: WireError | { code: number; message: string; data?: unknown };
}

/** What kind of message this is, once it has been found well-formed. */
export type Incoming =
  | { kind: 'request'; message: RequestMessage }
  | { kind: 'notification'; message: NotificationMessage }
  | { kind: 'result'; message: ResultMessage }
  | { kind: 'error'; message: ErrorMessage };

const maxIdLength = 64;
const maxMethodLength = 64;

function isId(value: unknown): value is RequestId {
  return (
    (typeof value === 'number' && Number.isSafeInteger(value)) ||
    (typeof value === 'string' && value.length <= maxIdLength)
  );
}

/**
 * Sorts a decoded frame.
 * @throws RpcError `invalid_request` for anything that is not one JSON-RPC 2.0 object.
 */
export function readEnvelope(value: unknown): Incoming {
  if (!isObject(value)) throw invalid('not one object');
  const frame = value;
  if (frame.jsonrpc !== '2.0') throw invalid('jsonrpc is not "2.0"');
  if (Object.hasOwn(frame, 'method')) return readCall(frame);
  if (Object.hasOwn(frame, 'error')) return readError(frame);
  if (Object.hasOwn(frame, 'result') && isId(frame.id)) {
    return { kind: 'result', message: frame as unknown as ResultMessage };
  }
  throw invalid('neither a method, nor a result, nor an error');
}

function readCall(frame: Record<string, unknown>): Incoming {
  const { method, id, params } = frame;
  if (typeof method !== 'string' || method.length > maxMethodLength) throw invalid('method is not a name');
  if (params !== undefined && (typeof params !== 'object' || params === null)) {
    throw invalid('params is not an object');
  }
  if (id === undefined) return { kind: 'notification', message: frame as unknown as NotificationMessage };
  if (!isId(id)) throw invalid('id is neither an integer nor a short string');
  return { kind: 'request', message: frame as unknown as RequestMessage };
}

function readError(frame: Record<string, unknown>): Incoming {
  const error = frame.error as { code?: unknown; message?: unknown } | null;
  const fits =
    typeof error === 'object' && typeof error?.code === 'number' && typeof error.message === 'string';
  if (!fits || (frame.id !== null && !isId(frame.id))) throw invalid('error is not an error object');
  return { kind: 'error', message: frame as unknown as ErrorMessage };
}

/** The id of a frame that failed to parse, so that its error can still be matched; null where there is none. */
export function idOf(value: unknown): RequestId | null {
  const id = isObject(value) ? value.id : undefined;
  return isId(id) ? id : null;
}

/**
 * Whether a frame, well-formed or not, is meant as an answer. Answers are never answered: the error would
 * be taken for the answer to a question of the other side that happens to have the same id.
 */
export function isAnswer(value: unknown): boolean {
  if (!isObject(value) || Object.hasOwn(value, 'method')) return false;
  return Object.hasOwn(value, 'result') || Object.hasOwn(value, 'error');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(detail: string): RpcError {
  return new RpcError('invalid_request', { detail });
}
