import { limits } from '@earshot/protocol';
import { sql } from 'kysely';
import { Ban } from '../ban.ts';
import type { BanStore } from '../store.ts';
import type { Database } from './database.ts';

export class SqliteBans implements BanStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(ban: Ban): Promise<void> {
    const { id, room, untilMs } = ban;
    await this.#database.change((db) => {
      const beyond = db
        .selectFrom('bans')
        .select('seq')
        .where('room', room === null ? 'is' : '=', room)
        .orderBy(sql`case when until_ms is null then 0 else 1 end`)
        .orderBy('until_ms', 'desc')
        .orderBy('seq', 'desc')
        .limit(limits.bansKept)
        .offset(limits.bansKept);
      return [
        db.insertInto('bans').values({ id, room, until_ms: untilMs, record: JSON.stringify(ban) }),
        db.deleteFrom('bans').where('seq', 'in', beyond),
      ];
    });
  }

  async remove(id: string): Promise<void> {
    await this.#database.run((db) => db.deleteFrom('bans').where('id', '=', id).execute());
  }

  async of(room: string | null): Promise<Ban[]> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('bans')
        .select(['seq', 'record'])
        .where('room', room === null ? 'is' : '=', room)
        .orderBy('seq', 'desc')
        .execute(),
    );
    return this.#database.readAll(Ban, 'bans', rows);
  }

  async expire(nowMs: number): Promise<number> {
    const { numDeletedRows } = await this.#database.run((db) =>
      db.deleteFrom('bans').where('until_ms', '<=', nowMs).executeTakeFirstOrThrow(),
    );
    return Number(numDeletedRows);
  }
}
