import { StartError } from '../../start-error.ts';

/** What is left of an error of Node or SQLite on its way out of the thread. */
export interface DatabaseFailure {
  message: string;
  /** Node's. */
  code?: string | undefined;
  /** SQLite's extended result code. */
  errcode?: number | undefined;
}

/** SQLite's result codes that tell what a person can do; an extended one has more bits above. */
const primary = { busy: 5, corrupt: 11, notADatabase: 26 };

/** Its message is SQLite's or Node's, which name tables and columns, never what is in them. */
export class DatabaseError extends Error {
  readonly errcode: number | undefined;

  constructor({ message, errcode }: DatabaseFailure) {
    super(message);
    this.name = 'DatabaseError';
    this.errcode = errcode;
  }

  /** Whether a row would hang on one that is not there. */
  get missesParent(): boolean {
    return this.errcode === 787;
  }
}

export function failureOf(error: unknown): DatabaseFailure {
  const { message, code, errcode } = error as Error & DatabaseFailure;
  return { message, code, errcode };
}

/** Why the store cannot be opened, and what to do about it. */
export function openingError(failure: DatabaseFailure, directory: string): StartError {
  const options = { cause: failure };
  const code = (failure.errcode ?? 0) & 0xff;
  if (code === primary.busy) {
    return new StartError(
      `Another server uses the data directory ${directory}: stop it, or set another DATA_DIR.`,
      options,
    );
  }
  if (code === primary.corrupt || code === primary.notADatabase) {
    return new StartError(
      `What is in ${directory} cannot be read (${failure.message}): put a backup of earshot.sqlite in its place, move it away to begin anew, or set another DATA_DIR.`,
      options,
    );
  }
  return new StartError(
    `The data directory ${directory} cannot be used (${failure.message}): let this user write there, or set another DATA_DIR.`,
    options,
  );
}
