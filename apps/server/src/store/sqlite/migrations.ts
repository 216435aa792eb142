import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A table whose columns hold what they say, with a `seq` that is never given twice. */
const table = (db: Kysely<unknown>, name: string) =>
  db.schema
    .createTable(name)
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .modifyEnd(sql`strict`);

/** Every step from an empty file to `tables.ts`, in order. A step that was released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': {
    async up(db: Kysely<unknown>) {
      await table(db, 'rooms')
        .addColumn('name', 'text', (column) => column.notNull().unique())
        .addColumn('owner_key', 'text', (column) => column.notNull())
        .addColumn('settings', 'text', (column) => column.notNull())
        .addColumn('created_at_ms', 'integer', (column) => column.notNull())
        .addColumn('empty_since_ms', 'integer')
        .execute();
      await db.schema.createIndex('rooms_empty').on('rooms').column('empty_since_ms').execute();
      await table(db, 'roles')
        .addColumn('room', 'text', (column) => column.notNull().references('rooms.name').onDelete('cascade'))
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addUniqueConstraint('roles_once', ['room', 'key'])
        .execute();
      await table(db, 'bans')
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('room', 'text', (column) => column.references('rooms.name').onDelete('cascade'))
        .addColumn('until_ms', 'integer')
        .addColumn('record', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('bans_of').on('bans').columns(['room', 'seq']).execute();
      await db.schema.createIndex('bans_until').on('bans').column('until_ms').execute();
      await table(db, 'actions')
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('room', 'text', (column) => column.notNull().references('rooms.name').onDelete('cascade'))
        .addColumn('record', 'text', (column) => column.notNull())
        .addUniqueConstraint('actions_once', ['room', 'id'])
        .execute();
      await db.schema.createIndex('actions_of').on('actions').columns(['room', 'seq']).execute();
      await table(db, 'reports')
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('outcome', 'text')
        .addColumn('record', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('operator')
        .addColumn('name', 'text', (column) => column.primaryKey().notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
    },
  },
  '0002-links': {
    async up(db: Kysely<unknown>) {
      await table(db, 'links')
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('record', 'text', (column) => column.notNull())
        .addUniqueConstraint('links_once', ['person', 'key'])
        .execute();
      await db.schema.createIndex('links_of_key').on('links').column('key').execute();
    },
  },
  '0003-links-ended': {
    async up(db: Kysely<unknown>) {
      const at = (field: string) =>
        sql.raw(`(CASE WHEN json_valid(record) THEN json_extract(record, '$.${field}') END)`);
      await sql`CREATE INDEX links_end ON links ${at('expiresAtMs')} WHERE ${at('revokedAtMs')} IS NULL`.execute(
        db,
      );
      await sql`CREATE INDEX links_lost ON links (person) WHERE person = key AND ${at('revokedAtMs')} IS NOT NULL`.execute(
        db,
      );
    },
  },
  '0004-private-rooms': {
    async up(db: Kysely<unknown>) {
      await table(db, 'private_rooms')
        .addColumn('room', 'text', (column) =>
          column.notNull().unique().references('rooms.name').onDelete('cascade'),
        )
        .addColumn('epoch', 'integer', (column) => column.notNull())
        .addColumn('record', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '0005-marks': {
    async up(db: Kysely<unknown>) {
      await table(db, 'marks')
        .addColumn('room', 'text', (column) => column.notNull().references('rooms.name').onDelete('cascade'))
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('mark', 'text', (column) => column.notNull())
        .addUniqueConstraint('marks_once', ['room', 'key', 'mark'])
        .execute();
    },
  },
};
