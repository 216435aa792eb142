import { Worker } from 'node:worker_threads';
import { DatabaseError, type DatabaseFailure, openingError } from './database-failure.ts';
import type { DatabasePlace } from './database-file.ts';

export interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

/** What goes to the thread. */
export type Order = { id: number; statements: Statement[] } | 'close';

export interface Outcome {
  rows: unknown[];
  changes: number;
}

/** What comes from it: first of all whether the database is open, then an answer to each order. */
export type Answer =
  | { opened: true }
  | { opened: false; failure: DatabaseFailure }
  | ({ id: number } & Outcome)
  | { id: number; failure: DatabaseFailure };

/** A database of SQLite in a thread of its own, which carries out one order after the other. */
export class ThreadDatabase {
  readonly #thread: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<Outcome>>();
  /** Resolves once its thread has ended, and all that it held is let go. */
  readonly over: Promise<void>;
  #end: DatabaseFailure | undefined;
  #orders = 0;

  private constructor(thread: Worker) {
    this.#thread = thread;
    this.over = new Promise((resolve) => {
      thread.once('exit', () => {
        this.#fail({ message: 'the database is closed' });
        resolve();
      });
    });
    thread.once('error', ({ message }) => this.#fail({ message }));
  }

  /** @throws StartError */
  static async open(place: DatabasePlace): Promise<ThreadDatabase> {
    const thread = new Worker(new URL('./database-thread.ts', import.meta.url), { workerData: place });
    const database = new ThreadDatabase(thread);
    const first = Promise.withResolvers<Answer>();
    thread.once('message', first.resolve);
    thread.once('error', first.reject);
    const answer = await first.promise;
    if ('opened' in answer && answer.opened) {
      thread.on('message', (message: Answer) => database.#answered(message));
      return database;
    }
    await database.over;
    throw openingError('failure' in answer ? answer.failure : { message: 'no answer' }, place.directory);
  }

  /** Whether its thread has ended: nothing is carried out any more. */
  get ended(): boolean {
    return this.#end !== undefined;
  }

  /**
   * Several are carried out all or none.
   * @returns what the last one gives
   * @throws DatabaseError
   */
  execute(statements: readonly Statement[]): Promise<Outcome> {
    if (this.#end) return Promise.reject(new DatabaseError(this.#end));
    const id = ++this.#orders;
    const waiting = Promise.withResolvers<Outcome>();
    this.#waiting.set(id, waiting);
    const plain = statements.map(({ sql, parameters }) => ({ sql, parameters }));
    this.#thread.postMessage({ id, statements: plain } satisfies Order);
    return waiting.promise;
  }

  /** After all that was ordered before. */
  close(): Promise<void> {
    this.#thread.postMessage('close' satisfies Order);
    return this.over;
  }

  #answered(answer: Answer): void {
    if ('opened' in answer) return;
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('failure' in answer) waiting?.reject(new DatabaseError(answer.failure));
    else waiting?.resolve(answer);
  }

  #fail(failure: DatabaseFailure): void {
    this.#end ??= failure;
    for (const { reject } of this.#waiting.values()) reject(new DatabaseError(this.#end));
    this.#waiting.clear();
  }
}
