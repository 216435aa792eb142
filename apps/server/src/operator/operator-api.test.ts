import { limits, type OperatorOverview, type OperatorReports, type OperatorRooms } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { KeyHolder } from '../testing/key-holder.ts';
import { Operator, operatorToken } from '../testing/operator.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { TestServer } from '../testing/test-server.ts';

const data = temporaryDirectory();
const proxied = { TRUSTED_PROXIES: '127.0.0.1' };
let server: TestServer;
let operator: Operator;
beforeAll(async () => {
  server = await TestServer.open({ ...proxied, DATA_DIR: data.path, OPERATOR_TOKEN: operatorToken });
});
beforeEach(() => {
  operator = new Operator(server);
});
afterEach(async () => {
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(async () => {
  await server.close();
  data.remove();
});

const routes = [
  ['GET', ''],
  ['GET', '/reports'],
  ['POST', '/reports/x/close'],
  ['POST', '/reports/x/reopen'],
  ['GET', '/rooms'],
  ['POST', '/rooms/close'],
  ['GET', '/bans'],
  ['POST', '/bans'],
  ['DELETE', '/bans/x'],
  ['PUT', '/switches'],
  ['PUT', '/words'],
] as const;

test('a server without a token has nothing of it', async () => {
  const plain = await TestServer.open(proxied);
  try {
    for (const [method, path] of routes) {
      const answers = [new Operator(plain), new Operator(plain, { token: 'undefined' })].map((each) =>
        each.ask(method, path),
      );
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404]);
    }
  } finally {
    await plain.close();
  }
});

test('nothing is told and done without the right token, and wrong ones are held up while it is heard at once', async () => {
  const from = '192.0.2.99';
  const stranger = new Operator(server, { token: 'a-token-of-somebody-else', from });
  for (const [method, path] of routes.slice(0, limits.operatorWrongTokens)) {
    expect(await stranger.refused(method, path)).toEqual([401, 'token_rejected']);
  }
  for (const [method, path] of routes) {
    const { status, headers } = await stranger.ask(method, path);
    expect([status, Number(headers.get('retry-after')) > 1]).toEqual([429, true]);
  }
  // Whoever shares an address with somebody who guesses is not kept out by them.
  const answer = await new Operator(server, { from }).ask('GET', '');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
});

test.each([
  ['', 'authorization'],
  [operatorToken, 'x-token'],
  [`Basic ${operatorToken}`, 'authorization'],
  [`Bearer ${operatorToken}x`, 'authorization'],
  [`Bearer ${operatorToken.slice(1)}`, 'authorization'],
])('%j as %s opens nothing', async (value, header) => {
  const answer = await server.fetch('/api/operator', {
    headers: { [header]: value, 'x-forwarded-for': '192.0.2.77' },
  });
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

test('what does not fit is refused, and what is not there is not found', async () => {
  const fitting = { key: new KeyHolder().key };
  expect(await operator.refused('POST', '/bans', {})).toEqual([400, 'invalid_params', 'nobody']);
  expect(await operator.refused('POST', '/bans', { prefix: 'everybody' })).toEqual([
    400,
    'invalid_params',
    'prefix',
  ]);
  expect((await operator.refused('POST', '/bans', { ...fitting, forMs: 1 }))[0]).toBe(400);
  expect((await operator.refused('PUT', '/switches', { noNewRooms: true }))[0]).toBe(400);
  expect(await operator.refused('PUT', '/words', { words: ['!!'] })).toEqual([
    400,
    'invalid_params',
    'words: !!',
  ]);
  for (const [method, path, body] of [
    ['DELETE', '/bans/none', undefined],
    ['POST', '/reports/none/close', { outcome: 'nothing' }],
    ['POST', '/reports/none/reopen', undefined],
    ['POST', '/rooms/close', { name: 'nowhere', forget: false }],
    ['POST', '/rooms/close', { name: 'nowhere', forget: true }],
    ['POST', '/rooms/close', { name: `p-${'a'.repeat(26)}`, forget: true }],
  ] as const) {
    expect(await operator.refused(method, path, body)).toEqual([404, 'not_found']);
  }
});

test('the longest list of words is taken', async () => {
  const words = Array.from(
    { length: limits.operatorWords },
    (_, index) => `${index}${'界'.repeat(limits.operatorWordCodeUnits - 4)}`,
  );
  await operator.act('PUT', '/words', { words });
  expect((await operator.read<OperatorOverview>('')).words).toEqual(words);
  await operator.act('PUT', '/words', { words: [] });
});

test('rooms are found by who is in them, those that complaints are about first', async () => {
  const holder = new KeyHolder();
  const ann = await server.connect({ forwardedFor: '203.0.113.7' });
  const identity = await holder.proof(ann, { room: 'b-room' });
  const { self } = await ann.join('b-room', { name: 'Ännchen', identity });
  const { client: bob } = await server.member('b-room', { name: 'Bob', forwardedFor: '203.0.113.8' });
  await server.member('a-room', { name: 'Cid', forwardedFor: '2001:db8::7' });
  const names = async (q: string) => {
    const { rooms } = await operator.read<OperatorRooms>(`/rooms?q=${encodeURIComponent(q)}`);
    return rooms.map(({ name }) => name);
  };
  expect(await names('')).toEqual(['a-room', 'b-room']);
  await bob.request('report', { memberId: self.id, reason: 'spam', text: 'Buys things', withChat: false });
  expect(await names('')).toEqual(['b-room', 'a-room']);
  expect(await names('annchen')).toEqual(['b-room']);
  expect(await names(holder.key)).toEqual(['b-room']);
  expect(await names('2001:db8')).toEqual(['a-room']);
  expect(await names('A-ROOM')).toEqual(['a-room']);
  expect(await names('nobody')).toEqual([]);

  const [room] = (await operator.read<OperatorRooms>('/rooms')).rooms;
  expect(room).toMatchObject({ owned: false, locked: false, complaints: 1, hidden: false });
  expect(room?.people).toEqual([
    { memberId: self.id, key: holder.key, name: 'Ännchen', prefix: '203.0.113.7/32' },
    { memberId: expect.any(String), name: 'Bob', prefix: '203.0.113.8/32' },
  ]);
  const { openReports, people, rooms } = await operator.read<OperatorOverview>('');
  expect({ openReports, people, rooms }).toEqual({ openReports: 1, people: 3, rooms: 2 });

  const { reports } = await operator.read<OperatorReports>('/reports');
  expect(reports).toMatchObject([
    {
      room: 'b-room',
      open: true,
      on: { key: holder.key },
      prefix: '203.0.113.7/32',
      reason: 'spam: Buys things',
    },
  ]);
  await operator.act('POST', `/reports/${reports[0]?.id}/close`, { outcome: 'Talked to them' });
  expect(await operator.read('/reports')).toEqual({ reports: [], hasOlder: false });
  await operator.act('POST', `/reports/${reports[0]?.id}/reopen`);
  expect((await operator.read<OperatorReports>('/reports')).reports).toEqual(reports);
  await operator.act('POST', `/reports/${reports[0]?.id}/close`, { outcome: 'Talked to them again' });
});

test('rooms, and reports, come page by page', async () => {
  const before = limits.operatorPageEntries;
  Object.assign(limits, { operatorPageEntries: 2 });
  try {
    const names = ['p-one', 'p-two', 'p-three', 'p-four', 'p-five'];
    for (const name of names) {
      const { self } = await server.member(name, { name: 'Ann' });
      const { client } = await server.member(name, {
        name: 'Bob',
        forwardedFor: `198.51.100.${name.length}`,
      });
      const report = { memberId: self.id, reason: 'spam', withChat: false } as const;
      if (name !== 'p-five') await client.request('report', report);
    }
    const found: string[] = [];
    let after: string | undefined = '';
    while (after !== undefined) {
      const answer: OperatorRooms = await operator.read(`/rooms?q=p-${after && `&after=${after}`}`);
      expect([answer.rooms.length, answer.total]).toEqual([after.includes('p-two') ? 1 : 2, 5]);
      found.push(...answer.rooms.map(({ name }) => name));
      after = answer.next;
    }
    expect(found).toEqual(['p-four', 'p-one', 'p-three', 'p-two', 'p-five']);

    const newest = await operator.read<OperatorReports>('/reports');
    const older = await operator.read<OperatorReports>(`/reports?before=${newest.reports[1]?.id}`);
    const rooms = [...newest.reports, ...older.reports].map(({ room }) => room);
    expect(rooms).toEqual(['p-four', 'p-three', 'p-two', 'p-one']);
    expect([newest.hasOlder, older.hasOlder]).toEqual([true, false]);
  } finally {
    Object.assign(limits, { operatorPageEntries: before });
  }
});

test('the log says that the operator acted, and on which record, and nothing of anybody', async () => {
  const prefix = '203.0.113.200';
  const ban = await operator.act<{ id: string }>('POST', '/bans', { prefix, name: 'Mallory' });
  await operator.act('PUT', '/words', { words: ['flibbertigibbet'] });
  await operator.act('PUT', '/words', { words: [] });
  await operator.act('DELETE', `/bans/${ban.id}`);
  const acts = server.log.filter(({ msg }) => msg === 'the operator acted').slice(-4);
  expect(acts).toMatchObject([
    { act: 'banned', ban: ban.id },
    { act: 'words set', words: 1 },
    { act: 'words set', words: 0 },
    { act: 'ban lifted', ban: ban.id },
  ]);
  const everything = JSON.stringify(server.log);
  for (const private_ of [prefix, 'Mallory', 'flibbertigibbet', operatorToken]) {
    expect(everything).not.toContain(private_);
  }
});
