import { connectionIdOf } from '@earshot/crypto/proof';
import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { inMemory } from '../../store/sqlite/database-file.ts';
import { SqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { KeyHolder } from '../../testing/key-holder.ts';
import { PrivateHouse } from '../../testing/private-house.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { TestServer } from '../../testing/test-server.ts';
import { RoomRecords } from '../hosting/room-records.ts';
import { PrivateRooms } from './private-rooms.ts';

const log = pino({ level: 'silent' });
const failed = (error: string) => expect.objectContaining({ error });
const free = { charge: () => {}, mayMake: () => {} };

let clock: ManualClock;
let store: SqliteStore;
let records: RoomRecords;
let rooms: PrivateRooms;
let house: PrivateHouse;
const usual = { ...limits };
beforeEach(async () => {
  clock = new ManualClock(Date.now());
  store = await SqliteStore.open({ directory: inMemory, clock, log });
  records = new RoomRecords({ store, clock, log });
  rooms = new PrivateRooms({
    store,
    clock,
    alone: (name, make) => records.alone(name, make),
    changed: async () => {},
  });
  house = await PrivateHouse.make();
});
afterEach(async () => {
  Object.assign(limits, usual);
  await store.close();
});

const sweep = () => records.sweep(() => false);
const { key } = new KeyHolder();

test('a private room is forgotten after a month without anybody, and then whoever makes it anew owns it', async () => {
  await rooms.put(await rooms.read(house.params), { ownerKey: key, ...free });
  clock.advance(limits.privateRoomIdleMs - 1);
  await sweep();
  expect(await records.ownerOf(house.name)).toBe(key);
  // Somebody is in for a while, and the month begins again.
  await records.open(house.name);
  records.emptied(house.name);
  clock.advance(limits.privateRoomIdleMs - 1);
  await sweep();
  expect(await records.ownerOf(house.name)).toBe(key);
  clock.advance(1);
  expect(await records.ownerOf(house.name)).toBeUndefined();
  await expect(records.open(house.name)).rejects.toEqual(failed('not_found'));
  const other = new KeyHolder().key;
  await rooms.put(await rooms.read(house.params), { ownerKey: other, ...free });
  expect(await records.ownerOf(house.name)).toBe(other);
});

test('sweeping takes what is over and leaves the rest, private or not', async () => {
  const wish = await rooms.read(house.params);
  await rooms.put(wish, { ownerKey: key, ...free });
  clock.advance(limits.ownedRoomEmptyMs);
  await sweep();
  expect(await store.privateRooms.get(house.name)).toEqual(wish.entry);
  clock.advance(limits.privateRoomIdleMs);
  await sweep();
  expect(await store.privateRooms.get(house.name)).toBeUndefined();
  expect(await store.rooms.get(house.name)).toBeUndefined();
});

test('who makes a room that is just being forgotten, or made, has it in the end', async () => {
  const put = async () => rooms.put(await rooms.read(house.params), { ownerKey: key, ...free });
  for (let round = 0; round < 5; round++) {
    await Promise.all([put(), sweep(), put(), sweep(), put()]);
    expect(await records.ownerOf(house.name)).toBe(key);
    clock.advance(limits.privateRoomIdleMs);
  }
});

test('whoever proves the secret at the door and stays outside keeps no room from being forgotten', async () => {
  await rooms.put(await rooms.read(house.params), { ownerKey: key, ...free });
  clock.advance(limits.privateRoomIdleMs - 1);
  const asked = await rooms.challenge(house.name, { prefix: '', ticket: undefined });
  const [host, nonce] = ['talk.example', 'a-nonce'];
  const proof = await house.prove({ host, nonce: Promise.resolve(nonce) }, asked.asked);
  const answering = { hosts: [host], prefix: '', connectionId: await connectionIdOf(nonce) };
  expect(await rooms.answerOutside(asked, proof, answering)).toMatchObject({ epoch: 1 });
  clock.advance(1);
  await sweep();
  expect(await store.privateRooms.get(house.name)).toBeUndefined();
});

test('a record that has expired asks nobody any more', async () => {
  const { params } = await house.signed({ epoch: 1, expiresAtMs: clock.wallMs() + 60_000 });
  await rooms.put(await rooms.read(params), { ownerKey: key, ...free });
  const ask = () => rooms.challenge(house.name, { prefix: '', ticket: undefined });
  expect((await ask()).asked.record).toBe(params.record);
  clock.advance(60_000);
  await expect(ask()).rejects.toEqual(failed('not_found'));
});

test('there are only so many', async () => {
  Object.assign(limits, { privateRooms: 1 });
  await rooms.put(await rooms.read(house.params), { ownerKey: key, ...free });
  const other = await PrivateHouse.make();
  await expect(rooms.put(await rooms.read(other.params), { ownerKey: key, ...free })).rejects.toEqual(
    failed('server_full'),
  );
  await rooms.put(await rooms.read((await house.change()).params), { ownerKey: '', ...free });
});

test('what is refused for being too much has changed nothing', async () => {
  const charge = () => {
    throw new Error('too much');
  };
  await expect(rooms.put(await rooms.read(house.params), { ...free, ownerKey: key, charge })).rejects.toThrow(
    'too much',
  );
  expect(await store.privateRooms.get(house.name)).toBeUndefined();
});

test('after a restart a private room is there, with its secret as it was last', async () => {
  Object.assign(limits, { challengeBitsLeast: 0, challengeBitsMost: 0 });
  const directory = temporaryDirectory();
  try {
    let server = await TestServer.open({ DATA_DIR: directory.path });
    const owner = await server.connect();
    const holder = await house.put(owner);
    const old = house.auth;
    await owner.request('putPrivateRoom', (await house.change()).params);
    await server.close();
    server = await TestServer.open({ DATA_DIR: directory.path });
    const back = await server.connect();
    await expect(house.enter(back, { auth: old })).rejects.toEqual(failed('proof_rejected'));
    const identity = await holder.proof(back, { room: house.name });
    const joined = await house.enter(back, { params: { identity } });
    expect(joined.private?.epoch).toBe(2);
    expect(joined.self.role).toBe('owner');
    expect(server.errors).toEqual([]);
    await server.close();
  } finally {
    directory.remove();
  }
});
