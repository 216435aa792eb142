import { limits } from '@earshot/protocol';
import { type Kysely, sql } from 'kysely';
import type { RoleStore } from '../store.ts';
import { StoredRole } from '../stored-role.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

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
    await this.#database.change((db) =>
      role === undefined ? [taken(db, room, key)] : given(db, { room, key, role }),
    );
  }

  async handOver(room: string, { from, to }: { from: string; to: string }): Promise<void> {
    await this.#database.change((db) => [
      ...given(db, { room, key: from, role: 'moderator' }),
      taken(db, room, to),
      db.updateTable('rooms').set({ owner_key: to }).where('name', '=', room),
    ]);
  }
}

function taken(db: Kysely<Tables>, room: string, key: string) {
  return db.deleteFrom('roles').where('room', '=', room).where('key', '=', key);
}

function given(db: Kysely<Tables>, row: { room: string; key: string; role: StoredRole }) {
  const beyond = db
    .selectFrom('roles')
    .select('seq')
    .where('room', '=', row.room)
    .orderBy(sql`case role when 'moderator' then 0 else 1 end`)
    .orderBy('seq', 'desc')
    .limit(limits.roomRoles)
    .offset(limits.roomRoles);
  return [
    taken(db, row.room, row.key),
    db.insertInto('roles').values(row),
    db.deleteFrom('roles').where('seq', 'in', beyond),
  ];
}
