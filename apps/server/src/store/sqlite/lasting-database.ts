import type { CancelTimer, Clock } from '@earshot/lifetime';
import type { Logger } from 'pino';
import { DatabaseError } from './database-failure.ts';
import { type DatabasePlace, inMemory } from './database-file.ts';
import { type Outcome, type Statement, ThreadDatabase } from './thread-database.ts';

/** How long until a thread that ended is started again, try by try; after the last one it is given up. */
const triesAfterMs = [100, 250, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000] as const;

/** A thread that has lived for so long is no part of the trouble before it. */
const steadyAfterMs = 60_000;

type State =
  | { at: 'open'; thread: ThreadDatabase; sinceMs: number }
  | { at: 'waiting'; cancel: CancelTimer }
  | { at: 'opening'; opening: Promise<void> }
  | { at: 'given up' }
  | { at: 'closed' };

interface LastingDatabaseOptions {
  place: DatabasePlace;
  clock: Clock;
  log: Logger;
}

/**
 * A database in a thread that is started again when it ends by itself: SQLite has then what was acknowledged. What is
 * ordered meanwhile fails at once. One in memory would come back empty, and does not.
 */
export class LastingDatabase {
  readonly #options: LastingDatabaseOptions;
  #state: State;
  #tries = 0;

  private constructor(options: LastingDatabaseOptions, thread: ThreadDatabase) {
    this.#options = options;
    this.#state = this.#opened(thread);
  }

  /** @throws StartError */
  static async open(options: LastingDatabaseOptions): Promise<LastingDatabase> {
    return new LastingDatabase(options, await ThreadDatabase.open(options.place));
  }

  /** Whether nothing is carried out just now. */
  get down(): boolean {
    return this.#state.at !== 'open' || this.#state.thread.ended;
  }

  /** As that of the thread. @throws DatabaseError */
  execute(statements: readonly Statement[]): Promise<Outcome> {
    if (this.#state.at === 'open') return this.#state.thread.execute(statements);
    return Promise.reject(new DatabaseError({ message: `the database is ${this.#state.at}` }));
  }

  /** After all that was ordered before. */
  async close(): Promise<void> {
    const before = this.#state;
    this.#state = { at: 'closed' };
    if (before.at === 'waiting') before.cancel();
    if (before.at === 'opening') await before.opening;
    if (before.at === 'open') await before.thread.close();
  }

  #opened(thread: ThreadDatabase): State {
    void thread.over.then(() => this.#ended(thread));
    return { at: 'open', thread, sinceMs: this.#options.clock.nowMs() };
  }

  #ended(thread: ThreadDatabase): void {
    const state = this.#state;
    if (state.at !== 'open' || state.thread !== thread) return;
    if (this.#options.clock.nowMs() - state.sinceMs >= steadyAfterMs) this.#tries = 0;
    this.#wait();
  }

  #wait(): void {
    const { clock, log, place } = this.#options;
    const afterMs = place.directory === inMemory ? undefined : triesAfterMs[this.#tries];
    if (afterMs === undefined) {
      this.#state = { at: 'given up' };
      log.error('the thread of the store is not started any more: the server has to be');
      return;
    }
    this.#tries += 1;
    log.warn({ afterMs, tries: this.#tries }, 'the thread of the store ended, and is started again');
    const start = () => {
      this.#state = { at: 'opening', opening: this.#start() };
    };
    this.#state = { at: 'waiting', cancel: clock.after(afterMs, start) };
  }

  async #start(): Promise<void> {
    const { place, log } = this.#options;
    const thread = await ThreadDatabase.open(place).catch((err: unknown) => {
      log.warn({ err }, 'the store could not be opened');
    });
    // It was closed meanwhile.
    if (this.#state.at === 'closed') return thread?.close();
    if (!thread) return this.#wait();
    this.#state = this.#opened(thread);
    log.info('the store is open again');
  }
}
