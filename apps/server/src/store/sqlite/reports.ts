import { limits } from '@earshot/protocol';
import { sql } from 'kysely';
import { Report } from '../report.ts';
import type { ReportStore } from '../store.ts';
import type { Database } from './database.ts';

export class SqliteReports implements ReportStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(report: Report): Promise<void> {
    await this.#database.change((db) => {
      const beyond = db
        .selectFrom('reports')
        .select('seq')
        .orderBy(sql`case when outcome is null then 0 else 1 end`)
        .orderBy('seq', 'desc')
        .limit(limits.reportsKept)
        .offset(limits.reportsKept);
      return [
        db.insertInto('reports').values({ id: report.id, outcome: null, record: JSON.stringify(report) }),
        db.deleteFrom('reports').where('seq', 'in', beyond),
      ];
    });
  }

  async open(before: string | undefined, limit: number): Promise<Report[]> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('reports')
        .select(['seq', 'record'])
        .where('outcome', 'is', null)
        .$if(before !== undefined, (query) =>
          query.where('seq', '<', ({ selectFrom }) =>
            selectFrom('reports')
              .select('seq')
              .where('id', '=', before ?? ''),
          ),
        )
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),
    );
    return this.#database.readAll(Report, 'reports', rows);
  }

  async countOpen(): Promise<number> {
    const { count } = await this.#database.run((db) =>
      db
        .selectFrom('reports')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('outcome', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    return count;
  }

  close(id: string, outcome: string): Promise<boolean> {
    return this.#set(id, outcome);
  }

  reopen(id: string): Promise<boolean> {
    return this.#set(id, null);
  }

  async #set(id: string, outcome: string | null): Promise<boolean> {
    const { numUpdatedRows } = await this.#database.run((db) =>
      db.updateTable('reports').set({ outcome }).where('id', '=', id).executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  }
}
