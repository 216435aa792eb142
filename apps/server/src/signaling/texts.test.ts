import {
  defaultRoomSettings,
  jsonCodec,
  limits,
  msgpackCodec,
  type RoomsPage,
  RoomTopic,
  type RpcError,
  roomTag,
} from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DataClient } from '../testing/data-client.ts';
import { openHouse } from '../testing/house.ts';
import { KeyHolder } from '../testing/key-holder.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { realLimits, TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

let server: TestServer;
beforeAll(async () => {
  // Tests ask again and again.
  Object.assign(limits, { directoryRequestBurst: 1_000_000 });
  server = await TestServer.open();
});
const { sameTextsPerKey, sameTextsPerPrefix, linksPerKey, linksPerPrefix } = realLimits;
beforeEach(() => {
  Object.assign(limits, { sameTextsPerKey, sameTextsPerPrefix, linksPerKey, linksPerPrefix });
});
afterEach(async () => {
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

let ids = 0;
const newId = () => `a-message-of-text-${ids++}`;

async function writer(room: string, name: string, codec = msgpackCodec) {
  const client = await server.connect({ codec });
  const identity = await new KeyHolder().proof(client, { room });
  const { self } = await client.join(room, { name, identity });
  return { client, self, data: new DataClient(client) };
}

test('what is said again and again reaches nobody, and its author hears why', async () => {
  const [ann, bob] = [await writer('held', 'Ann'), await writer('held', 'Bob')];
  for (let i = 0; i < 5; i++) ann.data.command({ do: 'send', id: newId(), text: `Buy my great thing ${i}` });
  ann.data.command({ do: 'send', id: newId(), text: 'https://x.example '.repeat(6) });
  ann.data.command({ do: 'send', id: newId(), text: 'that was all of it' });
  const refused = await until(
    () => ann.data.chat.flatMap((event) => (event.say === 'refused' ? [[event.error, event.why]] : [])),
    ({ length }) => length >= 3,
  );
  expect(refused).toEqual([
    ['held', 'repeated'],
    ['held', 'repeated'],
    ['held', 'links'],
  ]);
  const heard = await until(
    () => bob.data.chat.flatMap((event) => (event.say === 'message' ? [event.message.text] : [])),
    (texts) => texts.includes('that was all of it'),
  );
  expect(heard).toEqual([0, 1, 2].map((i) => `Buy my great thing ${i}`).concat('that was all of it'));
  const { messages } = await bob.client.request('chatHistory', {});
  expect(messages.map(({ text }) => text)).toEqual(heard);
  for (const { data } of [ann, bob]) data.close();
});

test('a name that looks like another is flagged to everybody, also when somebody takes it later', async () => {
  const { client: anna } = await server.member('looks', { name: 'Anna' });
  const { client: spoof, joined } = await server.member('looks', { name: 'Аnna', codec: jsonCodec });
  expect(joined.self.lookalike).toBe(true);
  expect(joined.members.map(({ lookalike }) => lookalike)).toEqual([undefined]);
  expect((await anna.next('memberJoined')).member.lookalike).toBe(true);
  await spoof.request('setProfile', { name: 'Olga', emoji: '', status: '' });
  expect((await anna.next('memberChanged')).member).not.toHaveProperty('lookalike');
  await spoof.request('setProfile', { name: 'A n n a', emoji: '', status: '' });
  expect((await anna.next('memberChanged')).member).toMatchObject({ name: 'A n n a', lookalike: true });
});

const injections = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '[x](javascript:alert(1))',
  '{{7*7}}<%= 7*7 %>',
  "'; DROP TABLE rooms; --",
  '../../etc/passwd',
  '\r\nSet-Cookie: a=b',
  '__proto__',
  '\u202eevil\u202c',
];

test.each(injections)(
  '%j stays text, in a name, a line about oneself, the chat and a file’s name',
  async (text) => {
    const [ann, bob] = [await writer('texts', text), await writer('texts', 'Bob')];
    await ann.client.request('setProfile', { name: text, emoji: '', status: text });
    const file = { id: newId(), name: text, sizeBytes: 1, mime: 'text/plain', sha256: '0'.repeat(64) };
    ann.data.command({ do: 'send', id: newId(), text: `${text} ${ids}`, file });
    const [message] = await until(
      () => bob.data.chat.flatMap((event) => (event.say === 'message' ? [event.message] : [])),
      ({ length }) => length >= 1,
    );
    expect(message?.text.startsWith(text)).toBe(true);
    // Names lose what is not seen, and nothing else.
    const seen = text
      .replace(/[\u202a-\u202e]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    expect(message?.author.name).toBe(seen);
    for (const { data } of [ann, bob]) data.close();
  },
);

test('whatever they are, topics and tags stay text, in the directory and on the page of the link too', async () => {
  const houses = await Promise.all(
    injections.map(async (text, index) => {
      const tags = [roomTag(text)].filter(Boolean);
      const settings = { topic: text, tags, listed: true };
      const [{ client, joined }] = await openHouse(server, `topics-${index}`, { settings });
      const kept = joined.room.settings;
      const raw = await client.ask('setRoomSettings', { settings: { ...kept, tags: [text] } });
      expect([text, raw]).toEqual([text, 'invalid_params']);
      return { name: `topics-${index}`, topic: RoomTopic.parse(text), tags, kept };
    }),
  );
  for (const { topic, tags, kept } of houses) expect(kept).toMatchObject({ topic, tags });
  const listed = await until(
    async () => ((await (await server.fetch('/api/rooms?limit=100')).json()) as RoomsPage).rooms,
    ({ length }) => length >= houses.length,
  );
  for (const { name, topic, tags } of houses) {
    expect(listed.find((room) => room.name === name)).toMatchObject({ topic, tags });
    const page = await (await server.fetch(`/r/${name}`)).text();
    expect(page).not.toMatch(/<script>alert|<img/);
  }
});

test('a room whose name looks like that of one in the directory is not made; its own name stays free to use', async () => {
  const make = async (room: string, listed: boolean) => {
    const client = await server.connect({ codec: msgpackCodec });
    const identity = await new KeyHolder().proof(client, { room });
    const create = { ...defaultRoomSettings, listed };
    return client.join(room, { identity, create }).then(
      () => 'made',
      (error: RpcError) => error.error,
    );
  };
  expect(await make('music-room', true)).toBe('made');
  expect(await make('musіс-room', false)).toBe('name_taken');
  expect(await make('another-room', false)).toBe('made');
  // What nobody finds in the directory cannot be taken for something else there.
  expect(await make('аnother-room', false)).toBe('made');
});

test('a room is not put into the directory beside one that looks the same', async () => {
  const [first] = await openHouse(server, 'jazz-club', { settings: { listed: false } });
  const [second] = await openHouse(server, 'jаzz-club', { settings: { listed: false } });
  const list = ({ client, joined }: typeof first, listed: boolean) =>
    client.ask('setRoomSettings', { settings: { ...joined.room.settings, listed } });
  expect(await list(first, true)).toBe('ok');
  expect(await list(second, true)).toBe('name_taken');
  expect(await list(first, false)).toBe('ok');
  expect(await list(second, true)).toBe('ok');
});

test('of rooms that nobody owns and that look the same the first one is listed, the next once that is gone', async () => {
  const names = async () => {
    const answer = await server.fetch('/api/rooms');
    const { rooms } = (await answer.json()) as RoomsPage;
    return rooms.map(({ name }) => name).toSorted();
  };
  const pair = async (room: string) => [await server.member(room), await server.member(room)];
  const listed = (wanted: readonly string[]) => until(names, (found) => found.join() === wanted.join());
  const first = await pair('chess-club');
  await listed(['chess-club']);
  await pair('сhess-club');
  await pair('zither-club');
  await listed(['chess-club', 'zither-club']);
  for (const { client } of first) await client.request('leave', {});
  await listed(['zither-club', 'сhess-club']);
});

test('what an owner has listed looks like theirs also while nobody is in it, and after a restart', async () => {
  const data = temporaryDirectory();
  let other = await TestServer.open({ DATA_DIR: data.path });
  const refusal = () => openHouse(other, 'nіght-train').catch((error: RpcError) => error.error);
  try {
    const [owner] = await openHouse(other, 'night-train', { settings: { listed: true } });
    await owner.client.request('leave', {});
    await other.counted({ rooms: 0 });
    expect(await refusal()).toBe('name_taken');
    await other.close();
    other = await TestServer.open({ DATA_DIR: data.path });
    expect(await refusal()).toBe('name_taken');
  } finally {
    await other.close();
    data.remove();
  }
});
