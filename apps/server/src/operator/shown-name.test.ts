import { isPrivateRoom, limits, type OperatorReports, type OperatorRooms } from '@earshot/protocol';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Operator, operatorToken } from '../testing/operator.ts';
import { PrivateHouse } from '../testing/private-house.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let operator: Operator;
beforeAll(async () => {
  Object.assign(limits, { challengeBitsLeast: 0, challengeBitsMost: 0 });
  server = await TestServer.open({ OPERATOR_TOKEN: operatorToken, TRUSTED_PROXIES: '127.0.0.1' });
  operator = new Operator(server);
});
afterAll(() => server.close());

test('the operator sees that a private room is there, can close it, and is not told how to get there', async () => {
  const house = await PrivateHouse.make();
  const [ann, bob] = [await server.connect(), await server.connect()];
  await house.put(ann);
  await house.enter(ann, { params: { name: 'Ann' } });
  const { self } = await house.enter(bob, { params: { name: 'Bob' } });
  await ann.request('report', { memberId: self.id, reason: 'spam', withChat: true });
  const texts = await Promise.all(
    ['/rooms', '/reports', '/rooms?q=bob'].map(async (path) => (await operator.ask('GET', path)).text()),
  );
  for (const text of texts) expect(text).not.toContain(house.name);
  const [rooms, reports] = texts.map((text) => JSON.parse(text)) as [OperatorRooms, OperatorReports];
  const { name = '', people = [] } = rooms.rooms[0] ?? {};
  expect(isPrivateRoom(name)).toBe(true);
  expect(people.map((person) => person.name)).toEqual(['Ann', 'Bob']);
  expect(reports.reports).toMatchObject([{ room: name, open: true, chat: [] }]);
  // Whoever has the link may ask for it by that.
  const found = await operator.read<OperatorRooms>(`/rooms?q=${house.name}`);
  expect(found.rooms).toMatchObject([{ name }]);
  // But nobody finds the link out by asking for it letter by letter.
  const part = await operator.read<OperatorRooms>(`/rooms?q=${house.name.slice(0, -1)}`);
  expect(part.rooms).toEqual([]);
  const stranger = await server.connect();
  expect(await stranger.ask('challenge', { room: name })).toBe('not_found');
  await operator.act('POST', '/rooms/close', { name, forget: true });
  expect((await ann.closed).reason).toBe('room_closed');
  await expect(house.enter(stranger)).rejects.toMatchObject({ error: 'not_found' });
  // Its maker can make it anew. Then nobody is in it, and the handle is what the operator has of it.
  await house.put(stranger);
  expect(await operator.refused('POST', '/rooms/close', { name, forget: false })).toEqual([404, 'not_found']);
  await operator.act('POST', '/rooms/close', { name, forget: true });
  await expect(house.enter(stranger)).rejects.toMatchObject({ error: 'not_found' });
  expect(await operator.refused('POST', '/rooms/close', { name, forget: true })).toEqual([404, 'not_found']);
  expect(server.log.some((line) => JSON.stringify(line).includes(house.name))).toBe(false);
});
