import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { SetupError } from './setup-error.ts';

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
const busy = 5;

export type LockOptions = {
  signal: AbortSignal;
  /** Called once, when another process turns out to hold the lock. */
  onWait: () => void;
  retryMs?: number;
  timeoutMs?: number;
};

/**
 * Runs `work` while this process alone holds the lock of that file. The lock is SQLite's, thus the
 * operating system's: it ends with its holder, however that dies, so there is no stale lock to judge.
 */
export async function withFileLock<T>(
  file: string,
  options: LockOptions,
  work: () => Promise<T>,
): Promise<T> {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    await take(database, file, options);
    return await work();
  } finally {
    database.close();
  }
}

async function take(database: DatabaseSync, file: string, options: LockOptions): Promise<void> {
  const { signal, onWait, retryMs = 500, timeoutMs = 60 * 60_000 } = options;
  for (let waitedMs = 0; !tryTake(database); waitedMs += retryMs) {
    if (waitedMs === 0) onWait();
    if (waitedMs >= timeoutMs) {
      const message = `Another Earshot has held ${file} for ${Math.round(timeoutMs / 60_000)} minutes. End it, then try again.`;
      throw new SetupError('lock_timeout', message);
    }
    await delay(retryMs, undefined, { signal });
  }
}

function tryTake(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false;
    throw error;
  }
}
