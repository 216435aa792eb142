import { limits } from '@earshot/protocol';
import { ActionEntry } from '../action-entry.ts';
import type { ActionStore } from '../store.ts';
import type { Database } from './database.ts';

export class SqliteActions implements ActionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(room: string, entry: ActionEntry): Promise<void> {
    await this.#database.change((db) => {
      const beyond = db
        .selectFrom('actions')
        .select('seq')
        .where('room', '=', room)
        .orderBy('seq', 'desc')
        .limit(limits.actionLogEntries)
        .offset(limits.actionLogEntries);
      return [
        db.insertInto('actions').values({ id: entry.id, room, record: JSON.stringify(entry) }),
        db.deleteFrom('actions').where('seq', 'in', beyond),
      ];
    });
  }

  async page(room: string, before: string | undefined, limit: number): Promise<ActionEntry[]> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('actions')
        .select(['seq', 'record'])
        .where('room', '=', room)
        .$if(before !== undefined, (query) =>
          query.where('seq', '<', ({ selectFrom }) =>
            selectFrom('actions')
              .select('seq')
              .where('room', '=', room)
              .where('id', '=', before ?? ''),
          ),
        )
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),
    );
    return this.#database.readAll(ActionEntry, 'actions', rows);
  }
}
