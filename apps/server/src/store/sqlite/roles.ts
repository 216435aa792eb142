import { limits } from '@earshot/protocol';
import { sql } from 'kysely';
import type { RoleStore } from '../store.ts';
import { StoredRole } from '../stored-role.ts';
import type { Database } from './database.ts';

export class SqliteRoles implements RoleStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async of(room: string): Promise<Map<string, StoredRole>> {
    const rows = await this.#database.run((db) =>
      db.selectFrom('roles').select(['seq', 'key', 'role']).where('room', '=', room).orderBy('seq').execute(),
    );
    const roles = new Map<string, StoredRole>();
    for (const row of rows) {
      const role = this.#database.read(StoredRole, { table: 'roles', id: row.seq }, () => row.role);
      if (role) roles.set(row.key, role);
    }
    return roles;
  }

  async set(room: string, key: string, role: StoredRole | undefined): Promise<void> {
    await this.#database.change((db) => {
      const taken = db.deleteFrom('roles').where('room', '=', room).where('key', '=', key);
      if (role === undefined) return [taken];
      const beyond = db
        .selectFrom('roles')
        .select('seq')
        .where('room', '=', room)
        .orderBy(sql`case role when 'moderator' then 0 else 1 end`)
        .orderBy('seq', 'desc')
        .limit(limits.roomRoles)
        .offset(limits.roomRoles);
      return [
        taken,
        db.insertInto('roles').values({ room, key, role }),
        db.deleteFrom('roles').where('seq', 'in', beyond),
      ];
    });
  }
}
