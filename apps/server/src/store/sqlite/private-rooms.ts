import type { OwnedRoom } from '../owned-room.ts';
import { PrivateRoom } from '../private-room.ts';
import type { PrivateRoomStore } from '../store.ts';
import type { Database } from './database.ts';
import { roomRow } from './rooms.ts';

export class SqlitePrivateRooms implements PrivateRoomStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(name: string): Promise<PrivateRoom | undefined> {
    const row = await this.#database.run((db) =>
      db.selectFrom('private_rooms').select(['seq', 'record']).where('room', '=', name).executeTakeFirst(),
    );
    if (!row) return undefined;
    const { seq, record } = row;
    return this.#database.read(PrivateRoom, { table: 'private_rooms', id: seq }, () => JSON.parse(record));
  }

  async count(): Promise<number> {
    const { rows } = await this.#database.run((db) =>
      db
        .selectFrom('private_rooms')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow(),
    );
    return Number(rows);
  }

  async create(room: OwnedRoom, entry: PrivateRoom): Promise<boolean> {
    const { epoch } = entry;
    const record = JSON.stringify(entry);
    await this.#database.change((db) => [
      db
        .insertInto('rooms')
        .values(roomRow(room))
        .onConflict((conflict) => conflict.column('name').doNothing()),
      db
        .insertInto('private_rooms')
        .values({ room: room.name, epoch, record })
        .onConflict((conflict) => conflict.column('room').doNothing()),
    ]);
    return (await this.get(room.name))?.record === entry.record;
  }

  async replace(name: string, entry: PrivateRoom): Promise<boolean> {
    const { epoch } = entry;
    const { numUpdatedRows } = await this.#database.run((db) =>
      db
        .updateTable('private_rooms')
        .set({ epoch, record: JSON.stringify(entry) })
        .where('room', '=', name)
        .where('epoch', '<', epoch)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  }

  async names(after: string | undefined, limit: number): Promise<string[]> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('private_rooms')
        .select('room')
        .$if(after !== undefined, (query) => query.where('room', '>', after ?? ''))
        .orderBy('room')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ room }) => room);
  }

  async emptySince(beforeMs: number, limit: number): Promise<string[]> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('rooms')
        .innerJoin('private_rooms', 'private_rooms.room', 'rooms.name')
        .select('rooms.name')
        .where('rooms.empty_since_ms', '<=', beforeMs)
        .orderBy('rooms.empty_since_ms')
        .orderBy('rooms.seq')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ name }) => name);
  }
}
