import type { ChatEvent } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { DataClient } from '../../testing/data-client.ts';
import { type Guest, openHouse } from '../../testing/house.ts';
import { TestServer } from '../../testing/test-server.ts';
import { until } from '../../testing/until.ts';

let server: TestServer;
let lines: DataClient[] = [];
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  for (const line of lines) line.close();
  lines = [];
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

let ids = 0;
const newId = () => `order-${String(++ids).padStart(12, '0')}`;

function lineOf({ client }: Guest): DataClient {
  const line = new DataClient(client);
  lines.push(line);
  return line;
}

async function house(room: string, settings = {}) {
  const guests = await openHouse(server, room, { roles: ['moderator', 'speaker', 'speaker'], settings });
  const [owner, moderator, ann, bob] = guests as [Guest, Guest, Guest, Guest];
  return {
    owner,
    moderator,
    ann,
    bob,
    annLine: lineOf(ann),
    bobLine: lineOf(bob),
    hostLine: lineOf(moderator),
  };
}

/** Waits for what somebody is told of a message. */
async function told(line: DataClient, id: string, say: ChatEvent['say']): Promise<ChatEvent> {
  const of = (event: ChatEvent) => (event.say === 'message' ? event.message.id : event.id);
  const find = () => line.chat.find((event) => event.say === say && of(event) === id);
  return (await until(find, (event) => event !== undefined)) as unknown as ChatEvent;
}

const send = (line: DataClient, text: string) => {
  const id = newId();
  line.command({ do: 'send', id, text });
  return id;
};

test('where the chat is off only hosts write', async () => {
  const { annLine, hostLine } = await house('quiet', { chat: 'off' });
  expect(await told(annLine, send(annLine, 'hello?'), 'refused')).toMatchObject({ error: 'chat_off' });
  expect(await told(annLine, send(hostLine, 'Welcome'), 'message')).toBeDefined();
});

test('where the chat is slow people wait, each for themselves, and hosts do not', async () => {
  const { annLine, bobLine, hostLine } = await house('slow', { slowChatSeconds: 60 });
  const first = send(annLine, 'one');
  await told(bobLine, first, 'message');
  const refused = await told(annLine, send(annLine, 'two'), 'refused');
  expect(refused).toMatchObject({ what: 'send', error: 'chat_slow' });
  expect((refused as { retryAfterMs?: number }).retryAfterMs).toBeGreaterThan(50_000);
  // The same message once more is no new one.
  annLine.command({ do: 'send', id: first, text: 'one' });
  await told(annLine, send(bobLine, 'mine'), 'message');
  expect(annLine.chat.filter(({ say }) => say === 'refused')).toHaveLength(1);
  for (const text of ['a', 'b']) await told(annLine, send(hostLine, text), 'message');
});

test('hosts delete what others wrote, and it is written down; others cannot', async () => {
  const { owner, moderator, ann, annLine, bobLine, hostLine } = await house('tidy');
  const id = send(annLine, 'rude');
  await told(bobLine, id, 'message');
  bobLine.command({ do: 'delete', id });
  expect(await told(bobLine, id, 'refused')).toMatchObject({ error: 'not_found' });
  hostLine.command({ do: 'delete', id });
  await told(annLine, id, 'deleted');
  const { entries } = await owner.client.request('actionLog', {});
  expect(entries[0]).toMatchObject({
    action: 'deleteMessage',
    by: { key: moderator.holder.key },
    on: { key: ann.holder.key },
  });
  expect(JSON.stringify(entries)).not.toContain('rude');
});

test('what the owner wrote is not for moderators to delete', async () => {
  const { owner, bobLine, hostLine } = await house('high');
  const id = send(lineOf(owner), 'rules');
  await told(bobLine, id, 'message');
  hostLine.command({ do: 'delete', id });
  expect(await told(hostLine, id, 'refused')).toMatchObject({ error: 'not_found' });
});
