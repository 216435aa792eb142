import {
  limits,
  type OperatorBan,
  type OperatorBans,
  type OperatorOverview,
  type OperatorRooms,
} from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { KeyHolder } from '../testing/key-holder.ts';
import { KinHolder } from '../testing/kin-holder.ts';
import { RuledServer } from '../testing/ruled-server.ts';
import { until } from '../testing/until.ts';

const ruled = RuledServer.forEachTest();

test('a banned person is sent out with all their devices and seats, and stays out after a restart', async () => {
  const mallory = new KeyHolder();
  const bystander = await ruled.come({ name: 'Bob', from: '203.0.113.9' });
  const inside = [
    await ruled.come({ name: 'Mallory', holder: mallory }),
    await ruled.come({ name: 'Mallory', holder: mallory, room: 'elsewhere', from: '198.51.100.1' }),
  ];
  Object.assign(limits, { seatKeptMs: 60_000 });
  const away = await ruled.come({ name: 'Mallory', holder: mallory });
  await bystander.client.next('memberJoined');
  away.client.destroy();
  await bystander.client.next('memberChanged');

  const { key } = mallory;
  const ban = await ruled.operator.act<OperatorBan>('POST', '/bans', { key, name: 'Mallory' });
  expect(await Promise.all(inside.map(({ client }) => client.closed))).toEqual([
    { code: 4413, reason: 'barred' },
    { code: 4413, reason: 'barred' },
  ]);
  expect([
    await bystander.client.next('memberLeft'),
    await bystander.client.next('memberLeft'),
  ]).toMatchObject([{ reason: 'removed' }, { reason: 'removed' }]);
  const returning = away.joined.returnToken;
  expect(await ruled.refusal({ holder: mallory, from: '198.51.100.2' })).toEqual(['barred']);
  expect(await ruled.refusal({ holder: mallory, room: 'another', returning })).toEqual(['barred']);
  expect(await ruled.refusal({ name: 'Ann' })).toEqual(['in']);
  expect(await ruled.operator.read<OperatorBans>('/bans')).toEqual({
    bans: [{ id: ban.id, key, name: 'Mallory', atMs: expect.any(Number) }],
  });
  Object.assign(limits, { seatKeptMs: 30 });

  await ruled.restart();
  expect(await ruled.refusal({ holder: mallory })).toEqual(['barred']);
  await ruled.operator.act('DELETE', `/bans/${ban.id}`);
  expect(await ruled.refusal({ holder: mallory })).toEqual(['in']);
  await ruled.restart();
  expect(await ruled.refusal({ holder: mallory })).toEqual(['in']);
});

test('a ban on a person holds for the devices that speak for them, also as devices of somebody else', async () => {
  const [ann, phone, other] = [new KinHolder(), new KinHolder(), new KinHolder()];
  ann.link(phone);
  const inside = await ruled.come({ holder: phone });
  expect(inside.self.key).toBe(ann.key);
  await ruled.operator.act('POST', '/bans', { key: ann.key });
  expect((await inside.client.closed).reason).toBe('barred');
  expect(await ruled.refusal({ holder: phone })).toEqual(['barred']);
  other.link(ann);
  expect(await ruled.refusal({ holder: ann })).toEqual(['barred']);
  expect(await ruled.refusal({ holder: other })).toEqual(['in']);
});

test('a banned network is out, for as long as it is said, wherever somebody came from before', async () => {
  const neighbour = await ruled.come({ name: 'Cid', from: '198.51.100.77' });
  Object.assign(limits, { seatKeptMs: 60_000 });
  const mover = await ruled.come({ name: 'Dora', from: '192.0.2.7' });
  mover.client.destroy();
  const returning = mover.joined.returnToken;
  await until(
    () => ruled.operator.read<OperatorRooms>('/rooms'),
    ({ rooms }) => rooms.some(({ people }) => people.length === 2),
  );
  // Back in the seat, from elsewhere.
  const back = await ruled.come({ name: 'Dora', from: '198.51.100.8', returning });
  expect(back.self.id).toBe(mover.self.id);
  Object.assign(limits, { seatKeptMs: 30 });

  await ruled.operator.act('POST', '/bans', { prefix: '198.51.100.1/24', forMs: 3_600_000 });
  expect((await neighbour.client.closed).reason).toBe('barred');
  expect((await back.client.closed).reason).toBe('barred');
  expect(await ruled.refusal({ from: '192.0.2.7' })).toEqual(['in']);
  const [error, retryAfterMs] = await ruled.refusal({ from: '198.51.100.200' });
  expect([error, Number(retryAfterMs) > 3_500_000]).toEqual(['barred', true]);
  await ruled.operator.act('POST', '/bans', { prefix: '2001:db8:7::/48', forMs: 1_000 });
  expect((await ruled.refusal({ from: '2001:db8:7:1::1' }))[0]).toBe('barred');
  expect((await ruled.operator.read<OperatorOverview>('')).bans).toBe(2);
  await until(
    () => ruled.refusal({ from: '2001:db8:7:1::1' }),
    ([answer]) => answer === 'in',
  );
  expect((await ruled.operator.read<OperatorBans>('/bans')).bans).toMatchObject([
    { prefix: '198.51.100.0/24' },
  ]);
});

test('what cannot be kept is refused, and nothing of it holds', async () => {
  const mallory = new KeyHolder();
  const inside = await ruled.come({ holder: mallory, create: {} });
  const file = ruled.breakStore(['bans', 'INSERT'], ['operator', 'INSERT'], ['rooms', 'DELETE']);
  const failed = [503, 'storage_failed'];
  expect(await ruled.operator.refused('POST', '/bans', { key: mallory.key })).toEqual(failed);
  expect(await ruled.operator.refused('PUT', '/words', { words: ['ann'] })).toEqual(failed);
  expect(await ruled.operator.refused('PUT', '/switches', { noNewRooms: true, noListing: true })).toEqual(
    failed,
  );
  expect(await ruled.operator.refused('POST', '/rooms/close', { name: 'den', forget: true })).toEqual(failed);
  expect(await inside.client.ask('ping', {})).toBe('ok');
  expect(await ruled.refusal({ room: 'new', holder: mallory, name: 'Ann' })).toEqual(['in']);
  expect(await ruled.operator.read<OperatorOverview>('')).toMatchObject({
    bans: 0,
    words: [],
    switches: { noNewRooms: false, noListing: false },
  });
  file.close();
});
