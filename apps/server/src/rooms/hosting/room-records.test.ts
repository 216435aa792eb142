import { ManualClock } from '@earshot/lifetime';
import { defaultRoomSettings, limits } from '@earshot/protocol';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { inMemory } from '../../store/sqlite/database-file.ts';
import { SqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { KeyHolder } from '../../testing/key-holder.ts';
import { RoomRecords } from './room-records.ts';

const log = pino({ level: 'silent' });
const { key } = new KeyHolder();
const founding = { settings: defaultRoomSettings, key, name: 'Ann' };
const inUse =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name);

let clock: ManualClock;
let store: SqliteStore;
let records: RoomRecords;
beforeEach(async () => {
  clock = new ManualClock();
  store = await SqliteStore.open({ directory: inMemory, clock, log });
  records = new RoomRecords({ store, clock, log });
});
afterEach(() => store.close());

test('a name is free an hour after its room was emptied, and not earlier', async () => {
  await records.open('tea', founding);
  records.emptied('tea');
  clock.advance(limits.ownedRoomEmptyMs - 1);
  expect(await records.ownerOf('tea')).toBe(key);
  expect((await records.open('tea'))?.room.ownerKey).toBe(key);
  records.emptied('tea');
  expect(await records.ownerOf('tea')).toBe(key);
  clock.advance(limits.ownedRoomEmptyMs);
  expect(await records.ownerOf('tea')).toBeUndefined();
});

test('whoever opens a room and is not let in does not keep its name from being freed', async () => {
  await records.open('tea', founding);
  records.emptied('tea');
  clock.advance(limits.ownedRoomEmptyMs - 1);
  const record = await records.open('tea');
  records.emptied('tea', record?.room.emptySinceMs);
  clock.advance(1);
  expect(await records.ownerOf('tea')).toBeUndefined();
});

test('a sweep leaves a name that became somebody’s anew while it was under way', async () => {
  await records.open('tea', founding);
  records.emptied('tea');
  await store.rooms.get('tea');
  clock.advance(limits.ownedRoomEmptyMs);
  const found = Promise.withResolvers<string[]>();
  jest.spyOn(store.rooms, 'emptySince').mockReturnValue(found.promise);
  const sweeping = records.sweep(inUse());
  const other = new KeyHolder().key;
  await records.open('tea', { ...founding, key: other });
  records.emptied('tea');
  found.resolve(['tea']);
  await sweeping;
  expect(await records.ownerOf('tea')).toBe(other);
});

test('what hung on a name goes with it, where somebody asks for it before the sweep', async () => {
  await records.open('tea', founding);
  await store.roles.set('tea', new KeyHolder().key, 'moderator');
  records.emptied('tea');
  await store.rooms.get('tea');
  clock.advance(limits.ownedRoomEmptyMs);
  const anew = await records.open('tea', { ...founding, key: new KeyHolder().key });
  expect(anew).toMatchObject({ isNew: true, roles: new Map() });
  expect(await store.roles.of('tea')).toEqual(new Map());
});

test('a sweep frees what nobody uses, and leaves what is in use', async () => {
  for (const name of ['used', 'empty', 'young']) await records.open(name, founding);
  records.emptied('used');
  records.emptied('empty');
  await store.rooms.get('empty');
  clock.advance(limits.ownedRoomEmptyMs);
  records.emptied('young');
  await store.rooms.get('young');
  await records.sweep(inUse('used'));
  const left = await Promise.all(['used', 'empty', 'young'].map((name) => store.rooms.get(name)));
  expect(left.map((room) => room?.name)).toEqual(['used', undefined, 'young']);
});

test('a room that opens while its name is being freed opens as nobody’s', async () => {
  await records.open('tea', founding);
  records.emptied('tea');
  await store.rooms.get('tea');
  clock.advance(limits.ownedRoomEmptyMs);
  const sweeping = records.sweep(inUse());
  const opening = records.open('tea');
  await sweeping;
  expect(await opening).toBeUndefined();
  expect(await store.rooms.get('tea')).toBeUndefined();
});
