import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  defaultRoomSettings,
  limits,
  msgpackCodec,
  type OperatorBan,
  type OperatorBans,
  type OperatorOverview,
  type OperatorRooms,
  RpcError,
} from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DataClient } from '../testing/data-client.ts';
import { EventReader } from '../testing/event-reader.ts';
import { KeyHolder } from '../testing/key-holder.ts';
import { KinHolder } from '../testing/kin-holder.ts';
import { Operator, operatorToken } from '../testing/operator.ts';
import { PrivateHouse } from '../testing/private-house.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

let data: ReturnType<typeof temporaryDirectory>;
let server: TestServer;
let operator: Operator;
let expectedErrors: string[];

async function start() {
  server = await TestServer.open({
    TRUSTED_PROXIES: '127.0.0.1',
    DATA_DIR: data.path,
    OPERATOR_TOKEN: operatorToken,
  });
  operator = new Operator(server);
}
/** As at the end of one process and the begin of another. */
async function restart() {
  await server.close();
  await start();
}
beforeEach(async () => {
  expectedErrors = [];
  // Each look at the directory counts, and some are looked at until they have changed.
  Object.assign(limits, { directoryRequestBurst: 1_000_000 });
  data = temporaryDirectory();
  await start();
});
afterEach(async () => {
  await server.close();
  data.remove();
  expect([...new Set(server.errors.map(({ msg }) => msg))]).toEqual(expectedErrors);
});

interface Coming {
  room?: string;
  name?: string;
  holder?: KeyHolder | undefined;
  from?: string;
  create?: Partial<typeof defaultRoomSettings>;
  returning?: string;
}

function certificatesOf(holder: KeyHolder) {
  return holder instanceof KinHolder && holder.chain ? { certificates: [...holder.chain] } : {};
}

async function come({
  room = 'den',
  name = 'Ann',
  holder,
  from = '203.0.113.7',
  create,
  ...rest
}: Coming = {}) {
  const client = await server.connect({ codec: msgpackCodec, forwardedFor: from });
  const identity = holder && { ...(await holder.proof(client, { room })), ...certificatesOf(holder) };
  const joined = await client.join(room, {
    name,
    ...(identity && { identity }),
    ...(create && { create: { ...defaultRoomSettings, ...create } }),
    ...rest,
  });
  return { client, joined, self: joined.self };
}

/** Why somebody may not come in: the error's name, its detail where there is one, and whether it will pass. */
async function refusal(coming: Coming): Promise<unknown[]> {
  try {
    await come(coming);
    return ['in'];
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const detail = error.detail === error.message ? undefined : error.detail;
    return [error.error, detail, error.retryAfterMs].filter((each) => each !== undefined);
  }
}

async function listed(): Promise<string[]> {
  const { rooms } = (await (await server.fetch('/api/rooms')).json()) as { rooms: { name: string }[] };
  return rooms.map(({ name }) => name).sort();
}

test('a banned person is sent out with all their devices and seats, and stays out after a restart', async () => {
  const mallory = new KeyHolder();
  const bystander = await come({ name: 'Bob', from: '203.0.113.9' });
  const inside = [
    await come({ name: 'Mallory', holder: mallory }),
    await come({ name: 'Mallory', holder: mallory, room: 'elsewhere', from: '198.51.100.1' }),
  ];
  Object.assign(limits, { seatKeptMs: 60_000 });
  const away = await come({ name: 'Mallory', holder: mallory });
  await bystander.client.next('memberJoined');
  away.client.destroy();
  await bystander.client.next('memberChanged');

  const { key } = mallory;
  const ban = await operator.act<OperatorBan>('POST', '/bans', { key, name: 'Mallory' });
  expect(await Promise.all(inside.map(({ client }) => client.closed))).toEqual([
    { code: 4413, reason: 'barred' },
    { code: 4413, reason: 'barred' },
  ]);
  expect([
    await bystander.client.next('memberLeft'),
    await bystander.client.next('memberLeft'),
  ]).toMatchObject([{ reason: 'removed' }, { reason: 'removed' }]);
  const returning = away.joined.returnToken;
  expect(await refusal({ holder: mallory, from: '198.51.100.2' })).toEqual(['barred']);
  expect(await refusal({ holder: mallory, room: 'another', returning })).toEqual(['barred']);
  expect(await refusal({ name: 'Ann' })).toEqual(['in']);
  expect(await operator.read<OperatorBans>('/bans')).toEqual({
    bans: [{ id: ban.id, key, name: 'Mallory', atMs: expect.any(Number) }],
  });
  Object.assign(limits, { seatKeptMs: 30 });

  await restart();
  expect(await refusal({ holder: mallory })).toEqual(['barred']);
  await operator.act('DELETE', `/bans/${ban.id}`);
  expect(await refusal({ holder: mallory })).toEqual(['in']);
  await restart();
  expect(await refusal({ holder: mallory })).toEqual(['in']);
});

test('a ban on a person holds for the devices that speak for them, also as devices of somebody else', async () => {
  const [ann, phone, other] = [new KinHolder(), new KinHolder(), new KinHolder()];
  ann.link(phone);
  const inside = await come({ holder: phone });
  expect(inside.self.key).toBe(ann.key);
  await operator.act('POST', '/bans', { key: ann.key });
  expect((await inside.client.closed).reason).toBe('barred');
  expect(await refusal({ holder: phone })).toEqual(['barred']);
  other.link(ann);
  expect(await refusal({ holder: ann })).toEqual(['barred']);
  expect(await refusal({ holder: other })).toEqual(['in']);
});

test('a device may not be called by a word that is not wanted', async () => {
  await operator.act('PUT', '/words', { words: ['grobian'] });
  const holder = new KinHolder();
  const answers = await Promise.all(
    ['Grobian', 'Laptop'].map((name) => holder.asks(server.port, { act: 'introduce', name })),
  );
  expect(answers.map(({ status, body }) => [status, body.error, body.detail])).toEqual([
    [422, 'words_refused', 'device'],
    [200, undefined, undefined],
  ]);
  const renamed = await holder.asks(server.port, { act: 'rename', key: holder.key, name: 'grobian!' });
  expect(renamed.body.error).toBe('words_refused');
});

test('no private rooms are made either, and not by whoever is banned', async () => {
  const client = async () => server.connect({ codec: msgpackCodec, forwardedFor: '203.0.113.7' });
  const [before, after] = [await PrivateHouse.make(), await PrivateHouse.make()];
  const mallory = await before.put(await client());
  await operator.act('PUT', '/switches', { noNewRooms: true, noListing: false });
  await expect(after.put(await client())).rejects.toMatchObject({ error: 'no_new_rooms' });
  const { params } = await before.change();
  await (await client()).request('putPrivateRoom', params);
  await operator.act('POST', '/bans', { key: mallory.key });
  await expect(after.put(await client(), mallory)).rejects.toMatchObject({ error: 'barred' });
});

test('a banned network is out, for as long as it is said, wherever somebody came from before', async () => {
  const neighbour = await come({ name: 'Cid', from: '198.51.100.77' });
  Object.assign(limits, { seatKeptMs: 60_000 });
  const mover = await come({ name: 'Dora', from: '192.0.2.7' });
  mover.client.destroy();
  const returning = mover.joined.returnToken;
  await until(
    () => operator.read<OperatorRooms>('/rooms'),
    ({ rooms }) => rooms.some(({ people }) => people.length === 2),
  );
  // Back in the seat, from elsewhere.
  const back = await come({ name: 'Dora', from: '198.51.100.8', returning });
  expect(back.self.id).toBe(mover.self.id);
  Object.assign(limits, { seatKeptMs: 30 });

  await operator.act('POST', '/bans', { prefix: '198.51.100.1/24', forMs: 3_600_000 });
  expect((await neighbour.client.closed).reason).toBe('barred');
  expect((await back.client.closed).reason).toBe('barred');
  expect(await refusal({ from: '192.0.2.7' })).toEqual(['in']);
  const [error, retryAfterMs] = await refusal({ from: '198.51.100.200' });
  expect([error, Number(retryAfterMs) > 3_500_000]).toEqual(['barred', true]);
  await operator.act('POST', '/bans', { prefix: '2001:db8:7::/48', forMs: 1_000 });
  expect((await refusal({ from: '2001:db8:7:1::1' }))[0]).toBe('barred');
  expect((await operator.read<OperatorOverview>('')).bans).toBe(2);
  await until(
    () => refusal({ from: '2001:db8:7:1::1' }),
    ([answer]) => answer === 'in',
  );
  expect((await operator.read<OperatorBans>('/bans')).bans).toMatchObject([{ prefix: '198.51.100.0/24' }]);
});

test('a room that is closed sends everybody out; one that is forgotten is nobody’s any more', async () => {
  const owner = new KeyHolder();
  const people = [await come({ holder: owner, create: { topic: 'Tea' } }), await come({ name: 'Bob' })];
  await operator.act('POST', '/rooms/close', { name: 'den', forget: false });
  expect(await Promise.all(people.map(({ client }) => client.closed))).toEqual([
    { code: 4415, reason: 'room_closed' },
    { code: 4415, reason: 'room_closed' },
  ]);
  const guest = await come({ name: 'Bob' });
  expect(guest.joined.room).toMatchObject({ owned: true, settings: { topic: 'Tea' } });

  await operator.act('POST', '/rooms/close', { name: 'den', forget: true });
  expect((await guest.client.closed).reason).toBe('room_closed');
  expect((await come({ name: 'Bob' })).joined.room.owned).toBe(false);
  expect(await operator.refused('POST', '/rooms/close', { name: 'none', forget: true })).toEqual([
    404,
    'not_found',
  ]);
  expect(server.log.filter(({ msg }) => msg === 'a room in use was not noted')).toEqual([]);
});

test('while nobody may make rooms, those that are there go on', async () => {
  const [owner, other] = [new KeyHolder(), new KeyHolder()];
  await come({ room: 'owned', holder: owner, create: {} });
  await restart();
  await come({ room: 'open' });
  await operator.act('PUT', '/switches', { noNewRooms: true, noListing: false });
  const answers = {
    open: await refusal({ room: 'open' }),
    owned: await refusal({ room: 'owned', name: 'Bob' }),
    'owned, by its owner': await refusal({ room: 'owned', holder: owner, create: {} }),
    new: await refusal({ room: 'new' }),
    created: await refusal({ room: 'created', holder: other, create: {} }),
  };
  expect(answers).toEqual({
    open: ['in'],
    owned: ['in'],
    'owned, by its owner': ['in'],
    new: ['no_new_rooms'],
    created: ['no_new_rooms'],
  });
  await restart();
  expect(await refusal({ room: 'new' })).toEqual(['no_new_rooms']);
  await operator.act('PUT', '/switches', { noNewRooms: false, noListing: false });
  expect(await refusal({ room: 'new' })).toEqual(['in']);
});

test('while nothing is listed the directory is empty, and it is full again without anybody moving', async () => {
  await come({ room: 'tea', holder: new KeyHolder(), create: { listed: true, topic: 'Oolong' } });
  await until(listed, (names) => names.includes('tea'));
  const preview = async () => (await (await server.fetch('/r/tea')).text()).includes('Oolong');
  expect(await preview()).toBe(true);
  const feed = await EventReader.open(server.port);
  await feed.event(({ name }) => name === 'hello');
  const change = (wanted: object) =>
    feed.event(
      ({ name, data }) =>
        name === 'change' &&
        Object.entries(wanted).every(
          ([key, value]) => JSON.stringify((data as Record<string, unknown>)[key]) === JSON.stringify(value),
        ),
    );

  await operator.act('PUT', '/switches', { noNewRooms: false, noListing: true });
  await change({ total: 0, gone: ['tea'] });
  expect(await listed()).toEqual([]);
  expect(await preview()).toBe(false);
  expect(await (await server.fetch('/api/rooms/tea/glance')).json()).toMatchObject({ people: 1 });

  await operator.act('PUT', '/switches', { noNewRooms: false, noListing: false });
  await change({ total: 1, gone: [] });
  expect(await listed()).toEqual(['tea']);
  expect(await preview()).toBe(true);
  feed[Symbol.dispose]();
});

test('words that are not wanted stand nowhere, from now on and after a restart', async () => {
  const seat = await come({ room: 'seat', name: 'Grobian' });
  const listedRoom = { listed: true, topic: 'We talk like a Grobian' };
  const { client: owner } = await come({ room: 'loud', holder: new KeyHolder(), create: listedRoom });
  await until(listed, (names) => names.includes('loud'));
  await operator.act('PUT', '/words', { words: ['grobian', 'rüpel*'] });
  await until(listed, (names) => names.length === 0);

  expect(await refusal({ name: 'G.r.0.b.i.a.n' })).toEqual(['words_refused', 'name']);
  expect(await refusal({ name: 'Grobianus' })).toEqual(['in']);
  expect(await refusal({ room: 'rupelhaft' })).toEqual(['words_refused', 'room']);
  const holder = new KeyHolder();
  expect(await refusal({ room: 'new', holder, create: { topic: 'für GROBIAN' } })).toEqual([
    'words_refused',
    'topic',
  ]);
  expect(await refusal({ room: 'new', holder, create: { tags: ['tee', 'grobian'] } })).toEqual([
    'words_refused',
    'tags',
  ]);
  const settings = { ...defaultRoomSettings, topic: 'Rüpelei' };
  expect(await owner.ask('setRoomSettings', { settings })).toBe('words_refused');
  await owner.request('setRoomSettings', { settings: { ...settings, topic: 'Tea', listed: true } });
  await until(listed, (names) => names.includes('loud'));
  const profile = { name: 'Ann', emoji: '', status: 'kein grobian' };
  expect(await owner.ask('setProfile', profile)).toBe('words_refused');
  expect(await owner.ask('setProfile', { ...profile, status: '' })).toBe('ok');

  // Who was called so keeps on talking, and is judged anew when they come back.
  const returning = seat.joined.returnToken;
  expect(await refusal({ room: 'seat', name: 'Grobian', returning })).toEqual(['words_refused', 'name']);
  const back = await come({ room: 'seat', name: 'Gentle', returning });
  expect([back.self.id, back.self.name]).toEqual([seat.self.id, 'Gentle']);

  await restart();
  expect(await refusal({ name: 'Grobian' })).toEqual(['words_refused', 'name']);
  await operator.act('PUT', '/words', { words: [] });
  expect(await refusal({ name: 'Grobian' })).toEqual(['in']);
});

test('a message with such a word is held, and so is one with a file that is called so', async () => {
  await operator.act('PUT', '/words', { words: ['grobian'] });
  const { client } = await come();
  const words = new DataClient(client);
  const file = {
    id: 'a-file-of-a-member',
    name: 'grobian.png',
    sizeBytes: 9,
    mime: 'image/png',
    sha256: 'a'.repeat(64),
  };
  const sent = [{ text: 'Du GR0BI4N!' }, { text: 'see this', file }, { text: 'Grobiane' }];
  for (const [index, each] of sent.entries())
    words.command({ do: 'send', id: `a-message-number-${index}`, ...each });
  const events = await until(
    () => words.chat,
    ({ length }) => length === 3,
  );
  expect(events).toMatchObject([
    { say: 'refused', error: 'held', why: 'words' },
    { say: 'refused', error: 'held', why: 'words' },
    { say: 'message', message: { text: 'Grobiane' } },
  ]);
  words.close();
});

test('what cannot be kept is refused, and nothing of it holds', async () => {
  const mallory = new KeyHolder();
  const inside = await come({ holder: mallory, create: {} });
  const file = new DatabaseSync(join(data.path, 'earshot.sqlite'), { timeout: 10_000 });
  for (const [table, change] of [
    ['bans', 'INSERT'],
    ['operator', 'INSERT'],
    ['rooms', 'DELETE'],
  ] as const) {
    file.exec(
      `CREATE TRIGGER broken_${table} BEFORE ${change} ON ${table} BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    );
  }
  expectedErrors = ['the store failed'];
  const failed = [503, 'storage_failed'];
  expect(await operator.refused('POST', '/bans', { key: mallory.key })).toEqual(failed);
  expect(await operator.refused('PUT', '/words', { words: ['ann'] })).toEqual(failed);
  expect(await operator.refused('PUT', '/switches', { noNewRooms: true, noListing: true })).toEqual(failed);
  expect(await operator.refused('POST', '/rooms/close', { name: 'den', forget: true })).toEqual(failed);
  expect(await inside.client.ask('ping', {})).toBe('ok');
  expect(await refusal({ room: 'new', holder: mallory, name: 'Ann' })).toEqual(['in']);
  expect(await operator.read<OperatorOverview>('')).toMatchObject({
    bans: 0,
    words: [],
    switches: { noNewRooms: false, noListing: false },
  });
  file.close();
});
