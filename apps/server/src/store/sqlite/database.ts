import { type Clock, withDeadline } from '@earshot/lifetime';
import { limits, RpcError } from '@earshot/protocol';
import type { Compilable, Kysely } from 'kysely';
import type { Logger } from 'pino';
import type * as z from 'zod';
import { DatabaseError } from './database-failure.ts';
import type { LastingDatabase } from './lasting-database.ts';
import type { Tables } from './tables.ts';

/** A disk that is full fails at every write; the log hears of it this often. */
const logEveryMs = 60_000;

/** A disk that does not answer is given up before the client gives its request up. */
const answerWithinMs = 8_000;

/** Operations that may wait for the disk at once: everybody comes back at the same time after a restart. */
const maxUnderWay = 2 * limits.connections;

interface DatabaseOptions {
  kysely: Kysely<Tables>;
  thread: LastingDatabase;
  clock: Clock;
  diskClock: Clock;
  log: Logger;
}

interface StoredRecord {
  readonly seq: number;
  readonly record: string;
}

/** What the parts of the store share: the connection, what becomes of its failures, and its end. */
export class Database {
  readonly #kysely: Kysely<Tables>;
  readonly #thread: LastingDatabase;
  readonly #clock: Clock;
  readonly #diskClock: Clock;
  readonly #log: Logger;
  readonly #underWay = new Set<Promise<unknown>>();
  #failures = 0;
  #loggedAtMs = Number.NEGATIVE_INFINITY;
  #closing: Promise<void> | undefined;

  constructor(options: DatabaseOptions) {
    this.#kysely = options.kysely;
    this.#thread = options.thread;
    this.#clock = options.clock;
    this.#diskClock = options.diskClock;
    this.#log = options.log;
  }

  get down(): boolean {
    return this.#thread.down;
  }

  get failures(): number {
    return this.#failures;
  }

  /** @throws RpcError `storage_failed`; `not_found` where a row would hang on one that is not there */
  async run<T>(work: (kysely: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (this.#closing) throw new RpcError('storage_failed', { detail: 'closed' });
    if (this.#underWay.size >= maxUnderWay) throw this.#named(new Error('too much waits for the disk'));
    const running = work(this.#kysely);
    this.#underWay.add(running);
    running.finally(() => this.#underWay.delete(running)).catch(() => {});
    try {
      return await withDeadline(running, {
        what: 'the store',
        limitMs: answerWithinMs,
        clock: this.#diskClock,
      });
    } catch (error) {
      throw this.#named(error);
    }
  }

  /** Carries out several statements, all or none of them. @throws RpcError as `run` does */
  async change(statements: (kysely: Kysely<Tables>) => readonly Compilable[]): Promise<void> {
    await this.run((kysely) => this.#thread.execute(statements(kysely).map((each) => each.compile())));
  }

  /** A record as it was given, or undefined, and a line in the log, where it is none. */
  read<T>(
    schema: z.ZodType<T>,
    where: { table: keyof Tables; id: number | string },
    record: () => unknown,
  ): T | undefined {
    try {
      return schema.parse(record());
    } catch {
      this.#log.error(where, 'a stored record cannot be read');
      return undefined;
    }
  }

  /** Those of the rows whose record can be read, in their order. */
  readAll<T>(schema: z.ZodType<T>, table: keyof Tables, rows: readonly StoredRecord[]): T[] {
    return rows
      .map(({ seq, record }) => this.read(schema, { table, id: seq }, () => JSON.parse(record)))
      .filter((found) => found !== undefined);
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#underWay).then(() => this.#kysely.destroy());
    return this.#closing;
  }

  #named(error: unknown): unknown {
    if (error instanceof RpcError) return error;
    if (error instanceof DatabaseError && error.missesParent)
      return new RpcError('not_found', { cause: error });
    this.#failures += 1;
    if (this.#clock.nowMs() - this.#loggedAtMs >= logEveryMs) {
      this.#loggedAtMs = this.#clock.nowMs();
      this.#log.error({ err: error, failures: this.#failures }, 'the store failed');
    }
    return new RpcError('storage_failed', { cause: error });
  }
}
