import { DeviceLink } from '../device-link.ts';
import type { LinkStore } from '../store.ts';
import type { Database } from './database.ts';

export class SqliteLinks implements LinkStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async of(person: string): Promise<DeviceLink[]> {
    const rows = await this.#database.run((db) =>
      db.selectFrom('links').select(['seq', 'record']).where('person', '=', person).orderBy('seq').execute(),
    );
    return this.#read(rows);
  }

  async ofKey(key: string): Promise<DeviceLink[]> {
    const rows = await this.#database.run((db) =>
      db.selectFrom('links').select(['seq', 'record']).where('key', '=', key).orderBy('seq').execute(),
    );
    return this.#read(rows);
  }

  async count(): Promise<number> {
    const { rows } = await this.#database.run((db) =>
      db
        .selectFrom('links')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow(),
    );
    return Number(rows);
  }

  async put(link: DeviceLink): Promise<void> {
    const { person, key } = link;
    const record = JSON.stringify(link);
    await this.#database.run((db) =>
      db
        .insertInto('links')
        .values({ person, key, record })
        .onConflict((conflict) => conflict.columns(['person', 'key']).doUpdateSet({ record }))
        .execute(),
    );
  }

  #read(rows: readonly { seq: number; record: string }[]): DeviceLink[] {
    return rows
      .map((row) =>
        this.#database.read(DeviceLink, { table: 'links', id: row.seq }, () => JSON.parse(row.record)),
      )
      .filter((link) => link !== undefined);
  }
}
