import * as z from 'zod/mini';
import { Puzzle } from './puzzle.ts';

interface ErrorEntry {
  /** JSON-RPC error code: the standard's for its own cases, -32001 and down for ours. */
  code: number;
  /** What a person can be told. */
  message: string;
  /** Whether the same request may succeed later, unchanged. */
  retryable: boolean;
}

/** Every error a request can end with. */
export const errors = {
  parse_error: { code: -32700, message: 'The frame could not be decoded.', retryable: false },
  invalid_request: { code: -32600, message: 'The frame is not a JSON-RPC 2.0 object.', retryable: false },
  method_not_found: { code: -32601, message: 'There is no such method.', retryable: false },
  invalid_params: { code: -32602, message: 'The parameters do not fit the method.', retryable: false },
  internal: { code: -32603, message: 'Something went wrong on the server.', retryable: true },
  not_joined: { code: -32001, message: 'Join a room first.', retryable: false },
  already_joined: { code: -32002, message: 'This connection is in a room already.', retryable: false },
  room_full: { code: -32003, message: 'The room is full.', retryable: true },
  server_full: { code: -32004, message: 'The server is full. Try again in a moment.', retryable: true },
  server_stopping: { code: -32005, message: 'The server is restarting. Try again.', retryable: true },
  rate_limited: { code: -32006, message: 'Too many requests. Slow down.', retryable: true },
  not_found: { code: -32007, message: 'There is no such thing, or it is not yours.', retryable: false },
  wrong_state: { code: -32008, message: 'That is not possible right now.', retryable: false },
  media_rejected: { code: -32009, message: 'The media parameters cannot be used.', retryable: false },
  too_many_producers: {
    code: -32010,
    message: 'You are sending too many streams already.',
    retryable: false,
  },
  timeout: { code: -32011, message: 'The answer took too long.', retryable: true },
  connection_lost: { code: -32012, message: 'The connection was lost.', retryable: true },
  identity_rejected: { code: -32013, message: 'The key could not be proved.', retryable: false },
  storage_failed: {
    code: -32014,
    message: 'The server could not keep that. Try again.',
    retryable: true,
  },
  too_many_devices: {
    code: -32070,
    message: 'This person has too many devices.',
    retryable: false,
  },
  identity_required: { code: -32015, message: 'That takes a key.', retryable: false },
  not_permitted: { code: -32016, message: 'That is not yours to do here.', retryable: false },
  name_taken: { code: -32017, message: 'A room of this name is there already.', retryable: false },
  banned: { code: -32018, message: 'You may not come into this room.', retryable: false },
  room_locked: { code: -32019, message: 'The room is locked.', retryable: true },
  barred: { code: -32020, message: 'You may not come into this server.', retryable: false },
  no_new_rooms: { code: -32021, message: 'No new rooms can be made here just now.', retryable: false },
  words_refused: {
    code: -32022,
    message: 'That has a word which this server does not allow.',
    retryable: false,
  },
  token_rejected: { code: -32023, message: 'The token is not right.', retryable: false },
  malformed_data: { code: -32040, message: 'The data could not be understood.', retryable: false },
  queue_full: { code: -32041, message: 'Too much is waiting to be sent.', retryable: true },
  receiver_slow: { code: -32042, message: 'The receiver cannot keep up.', retryable: true },
  text_too_long: { code: -32043, message: 'The text is too long.', retryable: false },
  too_many_reactions: {
    code: -32044,
    message: 'There are too many reactions to this message.',
    retryable: false,
  },
  chat_off: { code: -32049, message: 'The chat of this room is off.', retryable: false },
  chat_slow: { code: -32050, message: 'The chat of this room is slow. Wait a moment.', retryable: true },
  file_too_large: { code: -32045, message: 'The file is too large.', retryable: false },
  file_gone: { code: -32046, message: 'The file is not offered any more.', retryable: true },
  file_changed: { code: -32047, message: 'The file is not the one that was offered.', retryable: false },
  puzzle_required: { code: -32080, message: 'Solve the puzzle first.', retryable: true },
  held: { code: -32081, message: 'The message was not passed on.', retryable: false },
  proof_required: {
    code: -32090,
    message: 'This room takes a proof that one may come in.',
    retryable: false,
  },
  proof_rejected: {
    code: -32091,
    message: 'The password or the link is not right, or the answer came too late.',
    retryable: false,
  },
  record_rejected: {
    code: -32092,
    message: 'The record of the room is not one that its owner made.',
    retryable: false,
  },
  epoch_passed: { code: -32093, message: 'The password of the room has changed.', retryable: false },
  encryption_required: {
    code: -32094,
    message: 'In this room everything is encrypted.',
    retryable: false,
  },
  cancelled: { code: -32048, message: 'It was cancelled.', retryable: true },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorName = keyof typeof errors;

const namesByCode = new Map<number, ErrorName>(
  (Object.keys(errors) as ErrorName[]).map((name) => [errors[name].code, name]),
);

const maxDetailLength = 200;

interface RpcErrorOptions {
  detail?: string | undefined;
  cause?: unknown;
  /** Where it differs from the table: an error of a later version. */
  retryable?: boolean;
  /** When the same request may succeed, where that is known. */
  retryAfterMs?: number | undefined;
  /** With `puzzle_required`: the work to do first. */
  puzzle?: Puzzle | undefined;
}

/** An expected failure of a request, with its name from the table above. */
export class RpcError extends Error {
  readonly error: ErrorName;
  /** What exactly was wrong, for the log and for developers of clients. */
  readonly detail: string | undefined;
  readonly retryable: boolean;
  /** After how many milliseconds it may succeed, where that is known. */
  readonly retryAfterMs: number | undefined;
  /** With `puzzle_required`: the same request, with its solution, is let through. */
  readonly puzzle: Puzzle | undefined;

  constructor(error: ErrorName, options: RpcErrorOptions = {}) {
    super(errors[error].message, { cause: options.cause });
    this.name = 'RpcError';
    this.error = error;
    this.detail = options.detail?.slice(0, maxDetailLength);
    this.retryable = options.retryable ?? errors[error].retryable;
    this.retryAfterMs = options.retryAfterMs;
    this.puzzle = options.puzzle;
  }

  /** The form it takes on the wire (JSON-RPC 2.0, section 5.1). */
  toWire(): WireError {
    const { error, retryable, detail, retryAfterMs, puzzle } = this;
    const { code, message } = errors[error];
    return {
      code,
      message,
      data: {
        error,
        retryable,
        ...(detail === undefined ? {} : { detail }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(puzzle && { puzzle }),
      },
    };
  }

  /** Reads an error from the wire; one that is not in the table becomes `internal`, retryable as it says. */
  static fromWire(wire: { code: number; message: string; data?: unknown }): RpcError {
    const known = namesByCode.get(wire.code);
    const data = (wire.data ?? {}) as Partial<Record<keyof WireError['data'], unknown>>;
    const detail = typeof data.detail === 'string' ? data.detail : wire.message;
    const retryAfterMs = typeof data.retryAfterMs === 'number' ? data.retryAfterMs : undefined;
    const options = { detail, retryAfterMs, puzzle: z.safeParse(Puzzle, data.puzzle).data };
    if (known || typeof data.retryable !== 'boolean') return new RpcError(known ?? 'internal', options);
    return new RpcError('internal', { ...options, retryable: data.retryable });
  }
}

export interface WireError {
  code: number;
  message: string;
  data: { error: ErrorName; retryable: boolean; detail?: string; retryAfterMs?: number; puzzle?: Puzzle };
}
