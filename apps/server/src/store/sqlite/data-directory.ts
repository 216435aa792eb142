import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../start-error.ts';

/** Nowhere: it ends with the process. */
export const inMemory = ':memory:';

/**
 * Opens the database in a directory, which is made where there is none. Both are for this user alone.
 * @throws StartError
 */
export function openDatabase(directory: string): { database: DatabaseSync; close(): void } {
  if (directory === inMemory) {
    const database = new DatabaseSync(inMemory);
    return { database, close: () => {} };
  }
  const file = join(directory, 'earshot.sqlite');
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const unlock = lock(directory);
    try {
      // SQLite would make it readable for everybody; its other files are made like this one.
      closeSync(openSync(file, 'a', 0o600));
      chmodSync(file, 0o600);
      const database = new DatabaseSync(file, { timeout: 1_000 });
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF');
      return { database, close: unlock };
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw startError(error, directory);
  }
}

/**
 * Rooms live in one process: two servers on one directory would free each other's names. SQLite's lock of a
 * file ends with the process however it ends, and leaves the database open to programs that make a backup.
 */
function lock(directory: string): () => void {
  const file = join(directory, 'server.lock');
  closeSync(openSync(file, 'a', 0o600));
  const holder = new DatabaseSync(file);
  try {
    holder.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    throw error;
  }
  return () => holder.close();
}

/** SQLite's result codes that tell what a person can do. */
const sqliteBusy = 5;
const sqliteNotADatabase = 26;

function startError(cause: unknown, directory: string): unknown {
  if (cause instanceof StartError) return cause;
  const { code, errcode, errstr } = cause as NodeJS.ErrnoException & { errcode?: number; errstr?: string };
  if (errcode === sqliteBusy) {
    return new StartError(
      `Another server uses the data directory ${directory}: stop it, or set another DATA_DIR.`,
      { cause },
    );
  }
  if (errcode === sqliteNotADatabase) {
    return new StartError(
      `${join(directory, 'earshot.sqlite')} is not a database of Earshot: move it away, or set another DATA_DIR.`,
      { cause },
    );
  }
  return new StartError(
    `The data directory ${directory} cannot be used (${errstr ?? code ?? cause}): let this user write there, or set another DATA_DIR.`,
    { cause },
  );
}
