import { type Clock, systemClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Store } from '../store.ts';
import { SqliteActions } from './actions.ts';
import { SqliteBans } from './bans.ts';
import { Database } from './database.ts';
import { LastingDatabase } from './lasting-database.ts';
import { SqliteLinks } from './links.ts';
import { SqliteMarks } from './marks.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { SqliteOperator } from './operator.ts';
import { SqlitePrivateRooms } from './private-rooms.ts';
import { SqliteReports } from './reports.ts';
import { SqliteRoles } from './roles.ts';
import { SqliteRooms } from './rooms.ts';
import type { Tables } from './tables.ts';
import { ThreadDialect } from './thread-dialect.ts';

interface SqliteStoreOptions {
  /** Made where there is none; `:memory:` is nowhere. */
  directory: string;
  clock: Clock;
  /** The disk's own time: however a test moves the other one, a disk is no slower for it. */
  diskClock?: Clock;
  log: Logger;
}

/** The store in one file of SQLite. */
export class SqliteStore implements Store {
  readonly rooms: SqliteRooms;
  readonly privateRooms: SqlitePrivateRooms;
  readonly roles: SqliteRoles;
  readonly marks: SqliteMarks;
  readonly bans: SqliteBans;
  readonly actions: SqliteActions;
  readonly reports: SqliteReports;
  readonly operator: SqliteOperator;
  readonly links: SqliteLinks;
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
    this.rooms = new SqliteRooms(database);
    this.privateRooms = new SqlitePrivateRooms(database);
    this.roles = new SqliteRoles(database);
    this.marks = new SqliteMarks(database);
    this.bans = new SqliteBans(database);
    this.actions = new SqliteActions(database);
    this.reports = new SqliteReports(database);
    this.operator = new SqliteOperator(database);
    this.links = new SqliteLinks(database);
  }

  /** @throws StartError where the directory cannot be used, or another server uses it */
  static async open(options: SqliteStoreOptions): Promise<SqliteStore> {
    const { directory, clock, diskClock = systemClock, log } = options;
    const place = { directory, maxBytes: limits.storeBytes };
    const thread = await LastingDatabase.open({ place, clock: diskClock, log });
    const kysely = new Kysely<Tables>({ dialect: new ThreadDialect(thread) });
    const store = new SqliteStore(new Database({ kysely, thread, clock, diskClock, log }));
    try {
      await migrate(kysely, { directory, steps: migrations });
      // A full disk keeps nobody from talking: it is counted and logged.
      await store.rooms.emptied(clock.wallMs()).catch(() => {});
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** Whether it can do nothing just now: its thread ended, and is being started again, or was given up. */
  get down(): boolean {
    return this.#database.down;
  }

  get failures(): number {
    return this.#database.failures;
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
