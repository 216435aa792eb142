import { ManualClock } from '@earshot/lifetime';
import { fit, HttpProblem, limits, RoomGlance, RoomsPage } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { openHouse } from '../testing/house.ts';
import { ask as askAt } from '../testing/raw-http.ts';
import { TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { AddressLimits } from './address-limits.ts';

// Tests ask again and again.
Object.assign(limits, { directoryRequestBurst: 100_000 });

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.dismiss();
  await listed();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

const ask = (query = '', headers: Record<string, string> = {}) =>
  askAt(server.port, `/api/rooms${query}`, { headers });
const page = async (query = '') =>
  fit(RoomsPage, JSON.parse(String((await ask(query)).body)), 'invalid_params');

/** Waits until exactly these rooms are listed. */
async function listed(...names: string[]): Promise<RoomsPage> {
  return until(
    () => page('?sort=new'),
    ({ rooms }) => rooms.map(({ name }) => name).join() === names.join(),
  );
}

test('a room is listed once two people are in it, and vanishes when they go', async () => {
  const { client: ann, joined } = await server.member('tea-house');
  const nobody = await page();
  expect([nobody.total, nobody.rooms]).toEqual([0, []]);
  await server.member('tea-house');
  const { rooms, total } = await listed('tea-house');
  expect(total).toBe(1);
  expect(rooms[0]).toMatchObject({ people: 2, talking: 0, topic: '', tags: [], language: '' });
  expect(rooms[0]?.startedAtMs).toBe(joined.room.startedAtMs);
  await ann.request('leave', {});
  await listed();
});

test('the answer of a page that has not changed is short', async () => {
  await Promise.all(['a', 'b'].flatMap((room) => [server.member(room), server.member(room)]));
  await until(page, ({ total }) => total === 2);
  const { headers, status } = await ask();
  expect([status, headers['cache-control'], headers['content-type']]).toEqual([
    200,
    'no-cache',
    'application/json; charset=utf-8',
  ]);
  for (const known of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
    const again = await ask('', { 'if-none-match': String(known) });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
  }
  expect((await ask('?limit=1', { 'if-none-match': String(headers.etag) })).status).toBe(200);
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

test('page by page, in every order, each room comes once', async () => {
  const rooms = ['alpha', 'beta', 'gamma'];
  for (const room of rooms) await Promise.all([server.member(room), server.member(room)]);
  await until(page, ({ total }) => total === 3);
  for (const sort of ['hot', 'new', 'quiet']) {
    const found: string[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const part: RoomsPage = await page(`?sort=${sort}&limit=2${next && `&cursor=${next}`}`);
      found.push(...part.rooms.map(({ name }) => name));
      next = part.next;
    }
    expect(found.toSorted()).toEqual(rooms);
  }
  expect((await page('?q=B%C3%89TA')).rooms.map(({ name }) => name)).toEqual(['beta']);
  expect((await page('?q=delta')).rooms).toEqual([]);
  expect((await page('?tag=none')).rooms).toEqual([]);
});

test.each([
  ['?sort=loud', 'sort: is not one of hot, new, quiet'],
  ['?limit=0', 'limit: is less than 1'],
  ['?limit=101', 'limit: is more than 100'],
  ['?limit=ten', 'limit: is not a whole number'],
  ['?limit=-1', 'limit: is not a whole number'],
  ['?limit=1e2', 'limit: is not a whole number'],
  ['?language=English', 'language: is not a language'],
  ['?tag=Not%20a%20tag', 'tag: is not in the form of a tag'],
  [`?q=${'x'.repeat(257)}`, 'q: is more than 256'],
  ['?q=a&q=b', 'q: is not a string'],
  ['?cursor=x', 'cursor: is none of this server'],
  [`?cursor=${'x'.repeat(1_537)}`, 'cursor: is more than 1536'],
])('%s is refused in words', async (query, detail) => {
  const { status, body, headers } = await ask(query);
  expect([status, headers['cache-control']]).toEqual([400, 'no-store']);
  const problem = fit(HttpProblem, JSON.parse(String(body)), 'invalid_params');
  expect(problem).toEqual({
    error: 'invalid_params',
    message: 'The parameters do not fit the method.',
    retryable: false,
    detail,
  });
});

test.each(['?q=%00', '?q=%ff', '?__proto__=x', '?q[]=a', '?later=yes', '?q=%F0%9F%A6%BB'])(
  '%s is answered all the same',
  async (query) => {
    expect((await ask(query)).status).toBe(200);
  },
);

test('an address that asks too often is told when to ask again', async () => {
  jest.replaceProperty(limits, 'directoryRequestBurst', 3 as never);
  jest.replaceProperty(limits, 'directoryRequestsPerSecond', 0.01 as never);
  const small = await TestServer.open();
  const answers = await Promise.all([1, 2, 3, 4].map(() => askAt(small.port, '/api/rooms')));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBe(1);
  expect(JSON.parse(String(refused[0]?.body))).toMatchObject({ error: 'rate_limited', retryable: true });
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(30);
  await small.close();
});

test('so many addresses are counted and no more', () => {
  const addresses = new AddressLimits(new ManualClock(), { perSecond: 1, burst: 1, addresses: 2 });
  const asked = (network: string) => addresses.waitMs(network) === 0;
  expect([asked('a'), asked('a'), asked('b'), asked('c'), asked('a')]).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
});

const glance = async (room: string) => {
  const { body } = await askAt(server.port, `/api/rooms/${encodeURIComponent(room)}/glance`);
  return fit(RoomGlance, JSON.parse(String(body)), 'invalid_params');
};

test('whoever stands before a room sees who is inside', async () => {
  expect(await glance('phòng-trà')).toEqual({
    people: 0,
    talking: 0,
    faces: [],
    topic: '',
    locked: false,
    encrypted: false,
  });
  const { client } = await server.member('phòng-trà', { name: 'Linh' });
  await client.request('setProfile', { name: 'Linh', emoji: '🦊', status: '' });
  const faces = [{ name: 'Linh', emoji: '🦊', talking: false }];
  expect(await glance('phòng-trà')).toEqual({
    people: 1,
    talking: 0,
    faces,
    topic: '',
    locked: false,
    encrypted: false,
  });
  await client.request('leave', {});
  await until(
    () => glance('phòng-trà'),
    ({ people }) => people === 0,
  );
});

test('whoever guesses the name of an unlisted room learns how many are there, no name, and not what it is about', async () => {
  await openHouse(server, 'board-of-acme', { settings: { listed: false, topic: 'Tea' } });
  const seen = { people: 1, talking: 0, faces: [], topic: '', locked: false, encrypted: false };
  expect(await glance('board-of-acme')).toEqual(seen);
  const { body } = await askAt(server.port, '/api/rooms/board-of-acme/glance');
  expect(String(body)).not.toMatch(/Olga|Tea/);
});

test('a door that has no room name on it is no door', async () => {
  const { status, body } = await askAt(server.port, '/api/rooms/Not%20A%20Name/glance');
  expect(status).toBe(400);
  expect(fit(HttpProblem, JSON.parse(String(body)), 'invalid_params').error).toBe('invalid_params');
});
