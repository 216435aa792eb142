import type { RoomMode } from '@earshot/crypto';

/** Why an encrypted room could not be entered, beside what keeps one out of any room (`RpcError`). */
export const entryErrors = {
  wrong_password: 'The password or the link is not that of this room.',
  secret_changed: 'The password or the link was changed since it was right.',
  locked_out: 'There were too many wrong answers. Wait a little.',
  no_password: 'This room needs its password.',
  no_link_key: 'This room needs its whole link.',
  record_tampered: 'What the server says of this room was not signed by its owner.',
  epoch_rolled_back: 'The server shows an old state of this room, from before its password was changed.',
  too_much_work: 'The server asks for more work than anybody has to do for a room.',
  encryption_unsupported: 'This browser cannot encrypt calls.',
} as const;

export type EntryErrorCode = keyof typeof entryErrors;

interface EntryErrorOptions extends ErrorOptions {
  retryAfterMs?: number | undefined;
  mode?: RoomMode | undefined;
}

/** An encrypted room was not entered. Nothing was sent that the server could not read anyhow. */
export class EntryError extends Error {
  readonly code: EntryErrorCode;
  /** With `locked_out`: when another try is heard, where that is known. */
  readonly retryAfterMs: number | undefined;
  /** What it takes to come in now, where the room's record was seen. */
  readonly mode: RoomMode | undefined;

  constructor(code: EntryErrorCode, { retryAfterMs, mode, ...options }: EntryErrorOptions = {}) {
    super(entryErrors[code], options);
    this.name = 'EntryError';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.mode = mode;
  }
}
