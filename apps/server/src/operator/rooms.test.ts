import { msgpackCodec } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { EventReader } from '../testing/event-reader.ts';
import { KeyHolder } from '../testing/key-holder.ts';
import { PrivateHouse } from '../testing/private-house.ts';
import { RuledServer } from '../testing/ruled-server.ts';
import { until } from '../testing/until.ts';

const ruled = RuledServer.forEachTest();

test('no private rooms are made either, and not by whoever is banned', async () => {
  const client = async () => ruled.server.connect({ codec: msgpackCodec, forwardedFor: '203.0.113.7' });
  const [before, after] = [await PrivateHouse.make(), await PrivateHouse.make()];
  const mallory = await before.put(await client());
  await ruled.operator.act('PUT', '/switches', { noNewRooms: true, noListing: false });
  await expect(after.put(await client())).rejects.toMatchObject({ error: 'no_new_rooms' });
  const { params } = await before.change();
  await (await client()).request('putPrivateRoom', params);
  await ruled.operator.act('POST', '/bans', { key: mallory.key });
  await expect(after.put(await client(), mallory)).rejects.toMatchObject({ error: 'barred' });
});

test('whoever comes from a banned network is told so at the door of a private room, and nothing else', async () => {
  const house = await PrivateHouse.make();
  const from = (forwardedFor: string) => ruled.server.connect({ codec: msgpackCodec, forwardedFor });
  await house.put(await from('203.0.113.7'));
  const mallory = await from('198.51.100.7');
  await ruled.operator.act('POST', '/bans', { prefix: '198.51.100.0/24', forMs: 3_600_000 });
  const proof = await house.prove(mallory, await mallory.request('challenge', { room: house.name }));
  await expect(mallory.request('prove', { proof })).rejects.toMatchObject({
    error: 'barred',
    retryAfterMs: expect.any(Number),
  });
});

test('a room that is closed sends everybody out; one that is forgotten is nobody’s any more', async () => {
  const owner = new KeyHolder();
  const people = [
    await ruled.come({ holder: owner, create: { topic: 'Tea' } }),
    await ruled.come({ name: 'Bob' }),
  ];
  await ruled.operator.act('POST', '/rooms/close', { name: 'den', forget: false });
  expect(await Promise.all(people.map(({ client }) => client.closed))).toEqual([
    { code: 4415, reason: 'room_closed' },
    { code: 4415, reason: 'room_closed' },
  ]);
  const guest = await ruled.come({ name: 'Bob' });
  expect(guest.joined.room).toMatchObject({ owned: true, settings: { topic: 'Tea' } });

  await ruled.operator.act('POST', '/rooms/close', { name: 'den', forget: true });
  expect((await guest.client.closed).reason).toBe('room_closed');
  expect((await ruled.come({ name: 'Bob' })).joined.room.owned).toBe(false);
  expect(await ruled.operator.refused('POST', '/rooms/close', { name: 'none', forget: true })).toEqual([
    404,
    'not_found',
  ]);
  expect(ruled.server.log.filter(({ msg }) => msg === 'a room in use was not noted')).toEqual([]);
});

test('while nobody may make rooms, those that are there go on', async () => {
  const [owner, other] = [new KeyHolder(), new KeyHolder()];
  await ruled.come({ room: 'owned', holder: owner, create: {} });
  await ruled.restart();
  await ruled.come({ room: 'open' });
  await ruled.operator.act('PUT', '/switches', { noNewRooms: true, noListing: false });
  const answers = {
    open: await ruled.refusal({ room: 'open' }),
    owned: await ruled.refusal({ room: 'owned', name: 'Bob' }),
    'owned, by its owner': await ruled.refusal({ room: 'owned', holder: owner, create: {} }),
    new: await ruled.refusal({ room: 'new' }),
    created: await ruled.refusal({ room: 'created', holder: other, create: {} }),
  };
  expect(answers).toEqual({
    open: ['in'],
    owned: ['in'],
    'owned, by its owner': ['in'],
    new: ['no_new_rooms'],
    created: ['no_new_rooms'],
  });
  await ruled.restart();
  expect(await ruled.refusal({ room: 'new' })).toEqual(['no_new_rooms']);
  await ruled.operator.act('PUT', '/switches', { noNewRooms: false, noListing: false });
  expect(await ruled.refusal({ room: 'new' })).toEqual(['in']);
});

test('while nothing is listed the directory is empty, and it is full again without anybody moving', async () => {
  await ruled.come({ room: 'tea', holder: new KeyHolder(), create: { listed: true, topic: 'Oolong' } });
  await until(
    () => ruled.listed(),
    (names) => names.includes('tea'),
  );
  const preview = async () => (await (await ruled.server.fetch('/r/tea')).text()).includes('Oolong');
  expect(await preview()).toBe(true);
  const feed = await EventReader.open(ruled.server.port);
  await feed.event(({ name }) => name === 'hello');
  const change = (wanted: object) =>
    feed.event(
      ({ name, data }) =>
        name === 'change' &&
        Object.entries(wanted).every(
          ([key, value]) => JSON.stringify((data as Record<string, unknown>)[key]) === JSON.stringify(value),
        ),
    );

  await ruled.operator.act('PUT', '/switches', { noNewRooms: false, noListing: true });
  await change({ total: 0, gone: ['tea'] });
  expect(await ruled.listed()).toEqual([]);
  expect(await preview()).toBe(false);
  expect(await (await ruled.server.fetch('/api/rooms/tea/glance')).json()).toMatchObject({ people: 1 });

  await ruled.operator.act('PUT', '/switches', { noNewRooms: false, noListing: false });
  await change({ total: 1, gone: [] });
  expect(await ruled.listed()).toEqual(['tea']);
  expect(await preview()).toBe(true);
  feed[Symbol.dispose]();
});
