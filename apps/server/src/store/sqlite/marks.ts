import { limits } from '@earshot/protocol';
import type { Kysely } from 'kysely';
import { Mark } from '../mark.ts';
import type { MarkStore } from '../store.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export class SqliteMarks implements MarkStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async of(room: string): Promise<Map<Mark, Set<string>>> {
    const rows = await this.#database.run((db) =>
      db.selectFrom('marks').select(['seq', 'key', 'mark']).where('room', '=', room).orderBy('seq').execute(),
    );
    const marks = new Map<Mark, Set<string>>();
    for (const row of rows) {
      const mark = this.#database.read(Mark, { table: 'marks', id: row.seq }, () => row.mark);
      if (mark) marks.set(mark, (marks.get(mark) ?? new Set()).add(row.key));
    }
    return marks;
  }

  async set(room: string, key: string, { mark, on }: { mark: Mark; on: boolean }): Promise<void> {
    const row = { room, key, mark };
    await this.#database.change((db) => (on ? given(db, row) : [taken(db, row)]));
  }
}

interface Row {
  room: string;
  key: string;
  mark: Mark;
}

function taken(db: Kysely<Tables>, { room, key, mark }: Row) {
  return db.deleteFrom('marks').where('room', '=', room).where('key', '=', key).where('mark', '=', mark);
}

function given(db: Kysely<Tables>, row: Row) {
  const beyond = db
    .selectFrom('marks')
    .select('seq')
    .where('room', '=', row.room)
    .where('mark', '=', row.mark)
    .orderBy('seq', 'desc')
    .limit(limits.roomRoles)
    .offset(limits.roomRoles);
  return [
    taken(db, row),
    db.insertInto('marks').values(row),
    db.deleteFrom('marks').where('seq', 'in', beyond),
  ];
}
