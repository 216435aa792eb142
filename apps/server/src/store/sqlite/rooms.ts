import { defaultRoomSettings, RoomSettings, RpcError } from '@earshot/protocol';
import type { Selectable } from 'kysely';
import { OwnedRoom } from '../owned-room.ts';
import type { RoomStore } from '../store.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export class SqliteRooms implements RoomStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(name: string): Promise<OwnedRoom | undefined> {
    const row = await this.#database.run((db) =>
      db.selectFrom('rooms').selectAll().where('name', '=', name).executeTakeFirst(),
    );
    return row && this.#read(row);
  }

  async create(room: OwnedRoom): Promise<boolean> {
    const { numInsertedOrUpdatedRows = 0n } = await this.#database.run((db) =>
      db
        .insertInto('rooms')
        .values(roomRow(room))
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirstOrThrow(),
    );
    return numInsertedOrUpdatedRows > 0n;
  }

  async update(name: string, change: Parameters<RoomStore['update']>[1]): Promise<void> {
    const { settings, ownerKey, emptySinceMs } = change;
    const { numUpdatedRows } = await this.#database.run((db) =>
      db
        .updateTable('rooms')
        .set({
          // A statement has to set something.
          name,
          ...(settings && { settings: JSON.stringify(settings) }),
          ...(ownerKey !== undefined && { owner_key: ownerKey }),
          ...(emptySinceMs !== undefined && { empty_since_ms: emptySinceMs }),
        })
        .where('name', '=', name)
        .executeTakeFirstOrThrow(),
    );
    if (numUpdatedRows === 0n) throw new RpcError('not_found');
  }

  async delete(name: string): Promise<void> {
    await this.#database.run((db) => db.deleteFrom('rooms').where('name', '=', name).execute());
  }

  async emptySince(beforeMs: number, limit: number): Promise<string[]> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('rooms')
        .select('name')
        .where('empty_since_ms', '<=', beforeMs)
        .where('name', 'not in', db.selectFrom('private_rooms').select('room'))
        .orderBy('empty_since_ms')
        .orderBy('seq')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ name }) => name);
  }

  async page(after: string | undefined, limit: number): Promise<OwnedRoom[]> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('rooms')
        .selectAll()
        .where('name', '>', after ?? '')
        .orderBy('name')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => this.#read(row)).filter((room) => room !== undefined);
  }

  /** Nobody is in any room while a server starts. */
  async emptied(atMs: number): Promise<void> {
    await this.#database.run((db) =>
      db.updateTable('rooms').set({ empty_since_ms: atMs }).where('empty_since_ms', 'is', null).execute(),
    );
  }

  #read(row: Selectable<Tables['rooms']>): OwnedRoom | undefined {
    return this.#database.read(OwnedRoom, { table: 'rooms', id: row.seq }, () => ({
      name: row.name,
      ownerKey: row.owner_key,
      settings: readSettings(JSON.parse(row.settings)),
      createdAtMs: row.created_at_ms,
      emptySinceMs: row.empty_since_ms,
    }));
  }
}

export function roomRow({ name, ownerKey, settings, createdAtMs, emptySinceMs }: OwnedRoom) {
  return {
    name,
    owner_key: ownerKey,
    settings: JSON.stringify(settings),
    created_at_ms: createdAtMs,
    empty_since_ms: emptySinceMs,
  };
}

/** What another version allowed and this one does not, or did not know, has its default: nobody loses a room. */
function readSettings(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = Object.entries(RoomSettings.shape).map(([name, schema]) => {
    const found = schema.safeParse(stored[name]);
    return [name, found.success ? found.data : defaultRoomSettings[name as keyof RoomSettings]];
  });
  return Object.fromEntries(fields);
}
