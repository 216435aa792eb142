import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { LastingDatabase } from './lasting-database.ts';

type Carrier = Pick<LastingDatabase, 'execute' | 'close'>;

/** Kysely on SQLite in a thread. */
export class ThreadDialect implements Dialect {
  readonly #database: Carrier;

  constructor(database: Carrier) {
    this.#database = database;
  }

  createDriver(): Driver {
    return new ThreadDriver(this.#database);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new Adapter();
  }

  // biome-ignore lint/suspicious/noExplicitAny: as Kysely has it.
  createIntrospector(db: Kysely<any>): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}

class Adapter extends SqliteAdapter {
  /** The thread keeps the order: nobody has to wait for the answer to what others asked. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** SQLite can take a change of its schema back; Kysely leaves it out because a few pragmas cannot be. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ThreadDriver implements Driver {
  readonly #database: Carrier;
  readonly #connection: ThreadConnection;

  constructor(database: Carrier) {
    this.#database = database;
    this.#connection = new ThreadConnection(database);
  }

  async init(): Promise<void> {}

  /** The only one. Transactions are for migrations, while nobody else is there; others are one order each. */
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {}

  destroy(): Promise<void> {
    return this.#database.close();
  }
}

class ThreadConnection implements DatabaseConnection {
  readonly #database: Carrier;

  constructor(database: Carrier) {
    this.#database = database;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#database.execute([{ sql, parameters }]);
    return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: every answer fits into memory by its limit.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('the store reads page by page');
  }
}
