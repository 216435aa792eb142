import { jsonCodec, limits, msgpackCodec } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { DataHouse, told } from '../../testing/data-house.ts';
import { until } from '../../testing/until.ts';

const house = DataHouse.forAllTests();
const newId = () => house.newId();

async function enter(room: string, name: string, codec = msgpackCodec) {
  const guest = await house.enter(room, { name, codec });
  const history = (before?: number) =>
    guest.client.request('chatHistory', before === undefined ? {} : { before });
  return { ...guest, history };
}

test('a message reaches everybody once, in the room’s order, and the one who comes late', async () => {
  const [ann, bob] = [await enter('order', 'Ann'), await enter('order', 'Bob', jsonCodec)];
  const [first, second] = [newId(), newId()];
  ann.data.command({ do: 'send', id: first, text: 'one' });
  await told(bob.data, 1);
  bob.data.command({ do: 'send', id: second, text: 'two', replyTo: first });
  ann.data.command({ do: 'send', id: first, text: 'one' });
  await told(ann.data, 3);
  const message = (id: string, sequence: number, author: typeof ann) =>
    expect.objectContaining({
      id,
      sequence,
      author: { id: author.self.id, name: author.self.name, key: '' },
    });
  expect(bob.data.chat).toEqual([
    { say: 'message', message: message(first, 1, ann) },
    { say: 'message', message: message(second, 2, bob) },
  ]);
  const late = await enter('order', 'Late');
  expect(await late.history()).toEqual({
    messages: [message(first, 1, ann), message(second, 2, bob)],
    hasOlder: false,
    revision: 2,
  });
});

test('reactions are kept with the message, and a deleted message is nowhere', async () => {
  const [ann, bob] = [await enter('change', 'Ann'), await enter('change', 'Bob')];
  const id = newId();
  ann.data.command({ do: 'send', id, text: 'here' });
  await told(bob.data, 1);
  bob.data.command({ do: 'react', id, emoji: '👋🏾', on: true });
  bob.data.command({ do: 'react', id, emoji: '👋🏾', on: true });
  await told(ann.data, 2);
  expect(ann.data.chat[1]).toEqual({
    say: 'reactions',
    id,
    revision: 2,
    reactions: [{ emoji: '👋🏾', by: [bob.self.id] }],
  });
  expect((await ann.history()).messages[0]?.reactions).toEqual([{ emoji: '👋🏾', by: [bob.self.id] }]);
  bob.data.command({ do: 'delete', id });
  await told(bob.data, 3);
  expect(bob.data.chat[2]).toEqual({ say: 'refused', id, what: 'delete', error: 'not_found' });
  ann.data.command({ do: 'delete', id });
  await told(bob.data, 4);
  expect(bob.data.chat[3]).toEqual({ say: 'deleted', id, revision: 3 });
  expect((await bob.history()).messages).toEqual([]);
});

test('what is too long, empty, somebody else’s or too much is refused with its reason', async () => {
  const [ann, bob] = [await enter('refuse', 'Ann'), await enter('refuse', 'Bob')];
  const taken = newId();
  ann.data.command({ do: 'send', id: taken, text: 'mine' });
  await told(bob.data, 1);
  bob.data.command({ do: 'send', id: taken, text: 'stolen' });
  bob.data.command({ do: 'send', id: newId(), text: ' \n' });
  bob.data.command({ do: 'send', id: newId(), text: 'é'.repeat(limits.chatGraphemes + 1) });
  bob.data.command({ do: 'send', id: newId(), text: '👩🏽‍💻'.repeat(limits.chatBytes / 12) });
  bob.data.command({ do: 'react', id: newId(), emoji: '👍', on: true });
  for (let i = 0; i < 7; i++) bob.data.command({ do: 'send', id: newId(), text: 'again' });
  const events = await told(bob.data, 13);
  const errors = events.flatMap((event) => (event.say === 'refused' ? [event.error] : []));
  expect(errors).toEqual([
    'wrong_state',
    'invalid_params',
    'text_too_long',
    'text_too_long',
    'not_found',
    'rate_limited',
  ]);
  await until(
    () => ann.data.chat.length,
    (count) => count === 7,
  );
});

test('the history comes in pages', async () => {
  const crowd = await Promise.all(Array.from({ length: 7 }, (_, index) => enter('pages', `Guest ${index}`)));
  for (let i = 0; i < 63; i++) crowd[i % 7]?.data.command({ do: 'send', id: newId(), text: `${i}` });
  const [reader] = crowd;
  if (!reader) throw new Error('nobody came');
  await told(reader.data, 63);
  const last = await reader.history();
  expect([last.messages.length, last.hasOlder]).toEqual([50, true]);
  const first = await reader.history(last.messages[0]?.sequence);
  expect([first.messages.length, first.hasOlder]).toEqual([13, false]);
  const sequences = [...first.messages, ...last.messages].map(({ sequence }) => sequence);
  expect(sequences).toEqual(Array.from({ length: 63 }, (_, index) => index + 1));
});

test('whoever reloads while alone finds what was said', async () => {
  const first = await enter('reload', 'Ann');
  first.data.command({ do: 'send', id: newId(), text: 'note to self' });
  await told(first.data, 1);
  await first.client.request('leave', {});
  await house.server.counted({ rooms: 0 });
  const again = await enter('reload', 'Ann');
  expect((await again.history()).messages).toMatchObject([{ text: 'note to self', sequence: 1 }]);
});
