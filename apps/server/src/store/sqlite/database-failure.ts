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
const primary = { busy: 5, readOnly: 8, io: 10, corrupt: 11, full: 13, notADatabase: 26 };

const primaryOf = (errcode: number | undefined) => (errcode ?? 0) & 0xff;

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

  /** Whether the disk, and not what is on it, is the trouble. */
  get isOfTheDisk(): boolean {
    const code = primaryOf(this.errcode);
    return code === primary.readOnly || code === primary.io || code === primary.full;
  }
}

export function failureOf(error: unknown): DatabaseFailure {
  const { message, code, errcode } = error as Error & DatabaseFailure;
  return { message, code, errcode };
}

/** Why the store cannot be opened, and what to do about it. */
export function openingError(failure: DatabaseFailure, directory: string): StartError {
  const options = { cause: failure };
  const code = primaryOf(failure.errcode);
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
    `The data directory ${directory} cannot be used (${failure.message}): make room there and let this user write, or set another DATA_DIR.`,
    options,
  );
}
