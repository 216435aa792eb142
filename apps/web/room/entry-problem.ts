import type { EntryErrorCode } from '@earshot/client';
import type { ErrorName } from '@earshot/protocol';
import type { PlainKey } from '../i18n/translate.ts';

/** Why somebody could not come in, as far as it changes what to tell them. */
export type EntryProblem =
  | 'room_full'
  | 'room_locked'
  | 'banned'
  | 'barred'
  | 'no_new_rooms'
  | 'words_refused'
  | 'room_words_refused'
  | 'name_taken'
  | 'keyless'
  | 'server_full'
  | 'server_stopping'
  | 'timeout'
  | 'connection_lost'
  | 'rate_limited'
  | 'refused'
  | 'unsupported'
  | 'internal';

/** Why not into a private room. Their words come on demand: `private/entry-words.ts`. */
export type PrivateProblem = EntryErrorCode | 'not_found';

const privateProblems: Readonly<Record<PrivateProblem, true>> = {
  wrong_password: true,
  secret_changed: true,
  locked_out: true,
  no_password: true,
  no_link_key: true,
  record_tampered: true,
  epoch_rolled_back: true,
  too_much_work: true,
  encryption_unsupported: true,
  not_found: true,
};

export function isPrivateProblem(problem: EntryProblem | PrivateProblem): problem is PrivateProblem {
  return Object.hasOwn(privateProblems, problem);
}

export const entryProblems: Readonly<Record<EntryProblem, { what: PlainKey; next: PlainKey }>> = {
  room_full: { what: 'problem.room_full', next: 'problem.room_fullNext' },
  room_locked: { what: 'problem.room_locked', next: 'problem.room_lockedNext' },
  banned: { what: 'problem.banned', next: 'problem.bannedNext' },
  barred: { what: 'problem.barred', next: 'problem.barredNext' },
  no_new_rooms: { what: 'problem.no_new_rooms', next: 'problem.no_new_roomsNext' },
  words_refused: { what: 'problem.words_refused', next: 'problem.words_refusedNext' },
  room_words_refused: { what: 'problem.room_words_refused', next: 'problem.room_words_refusedNext' },
  name_taken: { what: 'problem.name_taken', next: 'problem.name_takenNext' },
  keyless: { what: 'problem.keyless', next: 'problem.keylessNext' },
  server_full: { what: 'problem.server_full', next: 'problem.server_fullNext' },
  server_stopping: { what: 'problem.server_stopping', next: 'problem.server_stoppingNext' },
  timeout: { what: 'problem.timeout', next: 'problem.timeoutNext' },
  connection_lost: { what: 'problem.connection_lost', next: 'problem.connection_lostNext' },
  rate_limited: { what: 'problem.rate_limited', next: 'problem.rate_limitedNext' },
  refused: { what: 'problem.refused', next: 'problem.refusedNext' },
  unsupported: { what: 'problem.unsupported', next: 'problem.unsupportedNext' },
  internal: { what: 'problem.internal', next: 'problem.internalNext' },
};

/** Every error a request can end with, by what it means to somebody at the door. */
const byError: Readonly<Record<ErrorName, EntryProblem | PrivateProblem>> = {
  parse_error: 'internal',
  invalid_request: 'internal',
  method_not_found: 'internal',
  invalid_params: 'refused',
  internal: 'internal',
  not_joined: 'internal',
  already_joined: 'internal',
  room_full: 'room_full',
  server_full: 'server_full',
  server_stopping: 'server_stopping',
  rate_limited: 'rate_limited',
  not_found: 'not_found',
  wrong_state: 'internal',
  media_rejected: 'unsupported',
  too_many_producers: 'internal',
  timeout: 'timeout',
  connection_lost: 'connection_lost',
  identity_rejected: 'keyless',
  storage_failed: 'internal',
  identity_required: 'keyless',
  not_permitted: 'internal',
  name_taken: 'name_taken',
  banned: 'banned',
  room_locked: 'room_locked',
  barred: 'barred',
  no_new_rooms: 'no_new_rooms',
  words_refused: 'words_refused',
  token_rejected: 'internal',
  malformed_data: 'internal',
  queue_full: 'internal',
  receiver_slow: 'internal',
  text_too_long: 'internal',
  too_many_reactions: 'internal',
  chat_off: 'internal',
  chat_slow: 'internal',
  file_too_large: 'internal',
  file_gone: 'internal',
  file_changed: 'internal',
  puzzle_required: 'rate_limited',
  proof_required: 'no_password',
  proof_rejected: 'wrong_password',
  record_rejected: 'refused',
  epoch_passed: 'secret_changed',
  encryption_required: 'no_link_key',
  held: 'internal',
  cancelled: 'internal',
  too_many_devices: 'internal',
};

/** The problem behind whatever joining threw. */
export function entryProblem(error: unknown): EntryProblem | PrivateProblem {
  const { name, error: named, code, detail } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (name === 'EntryError') {
    return isPrivateProblem(code as PrivateProblem) ? (code as PrivateProblem) : 'internal';
  }
  if (name === 'UnsupportedError') return 'unsupported';
  if (name === 'ChunkLoadError') return 'connection_lost';
  // Which of the words it is: one's own name can be changed on the spot.
  if (named === 'words_refused' && detail !== 'name') return 'room_words_refused';
  return typeof named === 'string' && Object.hasOwn(byError, named)
    ? byError[named as ErrorName]
    : 'internal';
}

/** The same, with the time after which it may go better, in milliseconds, where the server says so. */
export function entryRefusal(error: unknown): {
  problem: EntryProblem | PrivateProblem;
  waitMs?: number | undefined;
} {
  const { retryAfterMs } = (error ?? {}) as { retryAfterMs?: unknown };
  const waitMs = typeof retryAfterMs === 'number' ? retryAfterMs : undefined;
  return { problem: entryProblem(error), waitMs };
}

/** Whether the same try may succeed a little later. What is no error of the service is one of the network. */
export function isPassing(error: unknown): boolean {
  // Whatever keeps one out of an encrypted room, the same secret does not mend it; but a busy door opens again.
  if (error instanceof Error && error.name === 'EntryError') return entryProblem(error) === 'locked_out';
  return !(error instanceof Error && 'retryable' in error) || error.retryable === true;
}
