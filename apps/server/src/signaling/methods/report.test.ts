import { systemClock } from '@earshot/lifetime';
import { defaultRoomSettings, limits, msgpackCodec } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { SqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { DataClient } from '../../testing/data-client.ts';
import { KeyHolder } from '../../testing/key-holder.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { realLimits, TestServer } from '../../testing/test-server.ts';
import { until } from '../../testing/until.ts';

const data = temporaryDirectory();
let server: TestServer;
beforeAll(async () => {
  // Each look at the directory counts, and this one is looked at until it has changed.
  Object.assign(limits, { directoryRequestBurst: 1_000_000 });
  server = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1', DATA_DIR: data.path });
});
afterEach(async () => {
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(async () => {
  await server.close();
  data.remove();
});

let hosts = 0;
/** Somebody with a key, from an address of their own. */
async function guest(
  room: string,
  name: string,
  { holder = new KeyHolder(), listed = false, encrypted = false, card = '' } = {},
) {
  hosts += 1;
  const client = await server.connect({ codec: msgpackCodec, forwardedFor: `198.51.100.${hosts}` });
  const identity = await holder.proof(client, { room });
  const { self } = await client.join(room, {
    name,
    identity,
    ...((listed || encrypted) && { create: { ...defaultRoomSettings, listed, encrypted } }),
    ...(card && { card }),
  });
  return { client, self };
}

/** What lies in the store, as the operator will find it. The server ends: two cannot have one store. */
async function stored() {
  await server.close();
  const log = pino({ level: 'silent' });
  const store = await SqliteStore.open({ directory: data.path, clock: systemClock, log });
  const reports = await store.reports.open(undefined, 50);
  await store.close();
  return reports;
}

test('a room that many people from many places report is not in the directory any more', async () => {
  const room = 'a-bad-room';
  const owner = await guest(room, 'Owner', { listed: true });
  const isListed = async () => {
    const { rooms } = (await (await server.fetch('/api/rooms')).json()) as { rooms: { name: string }[] };
    return rooms.some(({ name }) => name === room);
  };
  await until(isListed, Boolean);
  const report = { memberId: owner.self.id, reason: 'spam' as const, withChat: false };
  const angry = await guest(room, 'Angry');
  for (let i = 0; i < limits.reportsBeforeHiding; i++) await angry.client.request('report', report);
  expect(await isListed()).toBe(true);
  for (let i = 1; i < limits.reportsBeforeHiding; i++) {
    const { client } = await guest(room, `Guest ${i}`);
    await client.request('report', report);
  }
  await until(isListed, (listed) => !listed);
});

test('one person may report so often and no more', async () => {
  const { reportsPerKey } = realLimits;
  Object.assign(limits, { reportsPerKey });
  const [ann, bob] = [await guest('often', 'Ann'), await guest('often', 'Bob')];
  const report = { memberId: bob.self.id, reason: 'spam', withChat: false };
  const answers: string[] = [];
  for (let i = 0; i <= reportsPerKey; i++) answers.push(await ann.client.ask('report', report));
  expect(answers).toEqual([...Array(reportsPerKey).fill('ok'), 'rate_limited']);
});

test('who has just left can still be reported, and nobody in another tab of theirs', async () => {
  const holder = new KeyHolder();
  const [ann, bob] = [await guest('hit-and-run', 'Ann', { holder }), await guest('hit-and-run', 'Bob')];
  await bob.client.request('leave', {});
  await ann.client.next('memberLeft');
  const report = { reason: 'spam', withChat: false };
  expect(await ann.client.ask('report', { ...report, memberId: bob.self.id })).toBe('ok');
  expect(await ann.client.ask('report', { ...report, memberId: 'nobody' })).toBe('not_found');
  const tab = await guest('hit-and-run', 'Ann', { holder });
  expect(await tab.client.ask('report', { ...report, memberId: ann.self.id })).toBe('not_permitted');
});

test('a report is kept with who it is about, and with the chat only where the reporter agrees', async () => {
  const [ann, bob] = [await guest('rude', 'Ann'), await guest('rude', 'Bob')];
  const words = new DataClient(bob.client);
  words.command({ do: 'send', id: 'a-message-that-hurts', text: 'something rude' });
  await until(
    () => words.chat.length,
    (count) => count > 0,
  );
  const about = { memberId: bob.self.id, reason: 'harassment' as const };
  await ann.client.request('report', { ...about, text: 'He is rude.', withChat: true });
  await ann.client.request('report', { ...about, withChat: false });
  expect(await ann.client.ask('report', { ...about, memberId: ann.self.id, withChat: false })).toBe(
    'not_permitted',
  );
  // Nobody else hears of it.
  expect(bob.client.untaken.filter((method) => method !== 'data')).toEqual([]);
  words.close();
  const cid = await guest('sealed', 'Cid', { encrypted: true, card: 'CC' });
  const letters = new DataClient(cid.client);
  letters.command({ do: 'send', id: 'a-message-of-seals', text: '', sealed: new Uint8Array(300) });
  await until(
    () => letters.chat.length,
    (count) => count > 0,
  );
  const dora = await guest('sealed', 'Dora', { card: 'DD' });
  await dora.client.request('report', { memberId: cid.self.id, reason: 'spam', withChat: true });
  letters.close();
  const [unread, last, first] = await stored();
  expect(first).toMatchObject({
    room: 'rude',
    by: { name: 'Ann', key: ann.self.key },
    on: { name: 'Bob', key: bob.self.key },
    prefix: expect.stringMatching(/^198\.51\.100\.\d+\/32$/),
    reason: 'harassment: He is rude.',
    chat: [{ name: 'Bob', text: 'something rude' }],
  });
  expect(last).toMatchObject({ reason: 'harassment', chat: [] });
  // What is sealed the operator could not read either.
  expect(unread).toMatchObject({ room: 'sealed', chat: [] });
});
