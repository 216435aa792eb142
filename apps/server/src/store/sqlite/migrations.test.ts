import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ManualClock } from '@earshot/lifetime';
import { defaultRoomSettings } from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { pino } from 'pino';
import { StartError } from '../../start-error.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { SqliteStore } from './sqlite-store.ts';
import { ThreadDatabase } from './thread-database.ts';
import { ThreadDialect } from './thread-dialect.ts';

let directory: ReturnType<typeof temporaryDirectory>;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

const open = () =>
  SqliteStore.open({ directory: directory.path, clock: new ManualClock(), log: pino({ level: 'silent' }) });

/** Looks at the file from outside, or changes it. */
function inFile<T>(look: (file: DatabaseSync) => T): T {
  const file = new DatabaseSync(join(directory.path, 'earshot.sqlite'), { timeout: 10_000 });
  try {
    return look(file);
  } finally {
    file.close();
  }
}
const schema = () =>
  inFile((file) => file.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all());

/** Takes steps as a version would that has just these. */
async function take(steps: Readonly<Record<string, Migration>>): Promise<void> {
  const database = await ThreadDatabase.open({ directory: directory.path, maxBytes: 1e9 });
  const kysely = new Kysely<unknown>({ dialect: new ThreadDialect(database) });
  try {
    await migrate(kysely, { directory: directory.path, steps });
  } finally {
    await kysely.destroy();
  }
}

/** What the first version left on the disk. This text is never changed. */
const first = `
  create table "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
  create table "kysely_migration_lock"
    ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
  insert into "kysely_migration" values ('0001-first', '2026-11-21T04:00:00.000Z');
  insert into "kysely_migration_lock" values ('migration_lock', 0);
  create table "rooms" ("seq" integer primary key autoincrement, "name" text not null unique,
    "owner_key" text not null, "settings" text not null,
    "created_at_ms" integer not null, "empty_since_ms" integer) strict;
  create table "roles" ("seq" integer primary key autoincrement,
    "room" text not null references "rooms" ("name") on delete cascade,
    "key" text not null, "role" text not null, constraint "roles_once" unique ("room", "key")) strict;
  create table "bans" ("seq" integer primary key autoincrement, "id" text not null unique,
    "room" text references "rooms" ("name") on delete cascade, "until_ms" integer, "record" text not null) strict;
  create table "actions" ("seq" integer primary key autoincrement, "id" text not null,
    "room" text not null references "rooms" ("name") on delete cascade, "record" text not null,
    constraint "actions_once" unique ("room", "id")) strict;
  create table "reports" ("seq" integer primary key autoincrement, "id" text not null unique,
    "outcome" text, "record" text not null) strict;
  create table "operator" ("name" text primary key not null, "value" text not null) strict;
  insert into "rooms" values (1, 'den', '${'A'.repeat(43)}', '{"topic":"Old","sizeLimit":9999,"tags":"none","gone":1}', 5, 6);
  insert into "roles" values (1, 'den', '${'E'.repeat(43)}', 'moderator');
  insert into "bans" values (1, 'ban', null, null, '{"id":"ban","room":null,"atMs":5,"untilMs":null}');
  insert into "actions" values (1, 'act', 'den', '{"id":"act","atMs":5,"by":{"name":"Ann"},"action":"lock"}');
  insert into "operator" values ('switches', '{"noNewRooms":true,"noListing":false}');
`;

test('what the first version wrote is read by this one, with the default of what it does not know or allows no more', async () => {
  inFile((file) => file.exec(first));
  const store = await open();
  expect(await store.rooms.page(undefined, 9)).toEqual([
    {
      name: 'den',
      ownerKey: 'A'.repeat(43),
      settings: { ...defaultRoomSettings, topic: 'Old' },
      createdAtMs: 5,
      emptySinceMs: 6,
    },
  ]);
  expect(await store.roles.of('den')).toEqual(new Map([['E'.repeat(43), 'moderator']]));
  expect(await store.bans.of(null)).toEqual([{ id: 'ban', room: null, atMs: 5, untilMs: null }]);
  expect(await store.actions.page('den', undefined, 9)).toEqual([
    { id: 'act', atMs: 5, by: { name: 'Ann' }, action: 'lock' },
  ]);
  expect((await store.operator.switches()).noNewRooms).toBe(true);
  await store.close();
});

const addsColumn: Migration = {
  up: async (db) => {
    await db.schema.alterTable('rooms').addColumn('colour', 'text').execute();
    await db.updateTable('rooms').set({ colour: 'red' }).execute();
  },
};
const fails: Migration = {
  up: async (db) => {
    await db.schema.dropTable('roles').execute();
    throw new Error('this step fails');
  },
};

test('a step changes what is there and loses none of it; taken once, it is not taken again', async () => {
  inFile((file) => file.exec(first));
  for (let turn = 0; turn < 2; turn++) await take({ ...migrations, '9999-last': addsColumn });
  const rows = inFile((file) => file.prepare('SELECT name, colour FROM rooms').all());
  expect(rows).toEqual([{ name: 'den', colour: 'red' }]);
});

test('a step that fails leaves everything as it was, the steps before it too', async () => {
  inFile((file) => file.exec(first));
  const before = schema();
  const taking = take({ ...migrations, '9998-good': addsColumn, '9999-bad': fails });
  await expect(taking).rejects.toThrow(StartError);
  await expect(taking).rejects.toThrow('this step fails');
  expect(schema()).toEqual(before);
  await (await open()).close();
});

test('what a later version wrote is not touched, and says so', async () => {
  await take({ ...migrations, '9999-last': addsColumn });
  const before = schema();
  await expect(open()).rejects.toThrow(/does not go with this version of Earshot .*9999-last.*DATA_DIR/);
  expect(schema()).toEqual(before);
});
