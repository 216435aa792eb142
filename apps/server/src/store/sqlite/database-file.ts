import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Nowhere: it ends with the process. */
export const inMemory = ':memory:';

export interface DatabasePlace {
  /** Made where there is none; `:memory:` is nowhere. */
  directory: string;
  /** Beyond it every write fails as on a full disk. */
  maxBytes: number;
}

/** The pages of a file that SQLite makes. */
const pageBytes = 4_096;

/** Opens the database in a directory. Both are for this user alone. @throws Error of Node or SQLite */
export function openDatabaseFile({ directory, maxBytes }: DatabasePlace): {
  database: DatabaseSync;
  close(): void;
} {
  const unlock = directory === inMemory ? () => {} : lockDirectory(directory);
  try {
    const database = new DatabaseSync(
      directory === inMemory ? inMemory : privateFile(directory, 'earshot.sqlite'),
    );
    try {
      database.exec(`PRAGMA max_page_count = ${Math.floor(maxBytes / pageBytes)}`);
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF');
      // A program that makes a backup may hold it up for a moment.
      database.exec('PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 1000');
    } catch (error) {
      database.close();
      throw error;
    }
    return {
      database,
      close() {
        database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Rooms live in one process: two servers on one directory would free each other's names. SQLite's lock of a
 * file ends with the process, however that ends, and leaves the database open to programs that make a backup.
 */
function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const holder = new DatabaseSync(privateFile(directory, 'server.lock'));
  try {
    holder.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    throw error;
  }
  return () => holder.close();
}

/** SQLite would make it readable for everybody; the files it puts beside it are made like it. */
function privateFile(directory: string, name: string): string {
  const file = join(directory, name);
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  return file;
}
