import { type RawBuilder, sql } from 'kysely';
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
    return this.#database.readAll(DeviceLink, 'links', rows);
  }

  async ofKey(key: string): Promise<DeviceLink[]> {
    const rows = await this.#database.run((db) =>
      db.selectFrom('links').select(['seq', 'record']).where('key', '=', key).orderBy('seq').execute(),
    );
    return this.#database.readAll(DeviceLink, 'links', rows);
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

  async forget(beforeMs: number): Promise<number> {
    const ended = await this.#database.run((db) =>
      db
        .deleteFrom('links')
        .where(at('revokedAtMs'), 'is', null)
        .where(at('expiresAtMs'), '<=', beforeMs)
        .executeTakeFirstOrThrow(),
    );
    const ofNobody = await this.#database.run((db) =>
      db
        .deleteFrom('links')
        .where(({ eb, ref, not, exists, selectFrom }) =>
          eb.and([
            eb('key', '!=', ref('person')),
            eb(
              'person',
              'in',
              selectFrom('links as lost')
                .select('lost.person')
                .whereRef('lost.person', '=', 'lost.key')
                .where(at('revokedAtMs', 'lost'), 'is not', null),
            ),
            not(
              exists(
                selectFrom('links as speaking')
                  .select('speaking.seq')
                  .whereRef('speaking.person', '=', 'links.person')
                  .where(at('revokedAtMs', 'speaking'), 'is', null),
              ),
            ),
          ]),
        )
        .executeTakeFirstOrThrow(),
    );
    return Number(ended.numDeletedRows) + Number(ofNobody.numDeletedRows);
  }
}

/** As the indices have it, word by word: a record that cannot be read has no times. */
function at(field: 'expiresAtMs' | 'revokedAtMs', table?: 'lost' | 'speaking'): RawBuilder<number | null> {
  const record = table ? `${table}.record` : 'record';
  return sql.raw(`(CASE WHEN json_valid(${record}) THEN json_extract(${record}, '$.${field}') END)`);
}
