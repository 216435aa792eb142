import * as z from 'zod';
import { allOpen, OperatorSwitches } from '../operator-switches.ts';
import type { OperatorStore } from '../store.ts';
import type { Database } from './database.ts';

const Words = z.array(z.string());

export class SqliteOperator implements OperatorStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async switches(): Promise<OperatorSwitches> {
    return (await this.#get('switches', OperatorSwitches)) ?? allOpen;
  }

  set(switches: OperatorSwitches): Promise<void> {
    return this.#set('switches', switches);
  }

  async words(): Promise<string[]> {
    return (await this.#get('words', Words)) ?? [];
  }

  setWords(words: readonly string[]): Promise<void> {
    return this.#set('words', words);
  }

  async #get<T>(name: string, schema: z.ZodType<T>): Promise<T | undefined> {
    const row = await this.#database.run((db) =>
      db.selectFrom('operator').select('value').where('name', '=', name).executeTakeFirst(),
    );
    return row && this.#database.read(schema, { table: 'operator', id: name }, () => JSON.parse(row.value));
  }

  async #set(name: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    await this.#database.run((db) =>
      db
        .insertInto('operator')
        .values({ name, value: text })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
        .execute(),
    );
  }
}
