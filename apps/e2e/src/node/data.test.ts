import { expect, test } from '@jest/globals';
import { eventually } from './eventually.ts';
import type { Robot } from './robot.ts';
import { RobotHouse } from './robot-house.ts';

const house = RobotHouse.open();

const join = (room: string, name: string, codec: 'json' | 'msgpack' = 'msgpack'): Promise<Robot> =>
  house.join({ room, name, codec });

const texts = ({ room }: Robot) => room.chat.snapshot.messages.map(({ text }) => text);
const states = ({ room }: Robot) => room.chat.snapshot.messages.map(({ state }) => state);
const numbered = (index: number) => new TextEncoder().encode(`${index}`);

test.each([
  ['msgpack', 'json'],
  ['json', 'msgpack'],
] as const)('two chat, one over %s and one over %s', async (one, other) => {
  const room = `chat-${one}`;
  const ann = await join(room, 'Ann', one);
  ann.room.chat.send({ text: 'early *bird* 🐦' });
  expect([texts(ann), states(ann)]).toEqual([['early *bird* 🐦'], ['sending']]);
  await eventually(() => states(ann), ['sent']);
  const bob = await join(room, 'Bob', other);
  await eventually(() => texts(bob), ['early *bird* 🐦']);
  const [first] = bob.room.chat.snapshot.messages;
  expect(first).toMatchObject({ own: false, author: { id: ann.id, name: 'Ann' }, state: 'sent' });

  const id = first?.id as string;
  bob.room.chat.react(id, '👍🏽', true);
  bob.room.chat.send({ text: 'worm', replyTo: id });
  await eventually(() => texts(ann), ['early *bird* 🐦', 'worm']);
  expect(ann.room.chat.snapshot.messages).toMatchObject([
    { id, own: true, reactions: [{ emoji: '👍🏽', by: [bob.id], own: false }] },
    { own: false, replyTo: id },
  ]);
  expect(bob.room.chat.snapshot.messages[0]?.reactions).toEqual([{ emoji: '👍🏽', by: [bob.id], own: true }]);

  bob.room.chat.delete(id);
  ann.room.chat.react(id, '👍🏽', false);
  ann.room.chat.typing();
  await eventually(() => bob.room.chat.snapshot.typing, [ann.id]);
  expect(texts(bob)[0]).toBe('early *bird* 🐦');
  ann.room.chat.delete(id);
  await eventually(() => states(bob), ['deleted', 'sent']);
  const late = await join(room, 'Late', one);
  await eventually(() => texts(late), ['worm']);
});

test('a conversation moves to the data channel, with a voice and without', async () => {
  const singer = await house.join({ room: 'channel', hz: 440 });
  const listener = await join('channel', 'Listener', 'json');
  for (const { room } of [singer, listener]) {
    await eventually(() => room.chat.snapshot.path, 'data_channel');
  }
  listener.room.chat.send({ text: 'over the channel' });
  await eventually(() => texts(singer), ['over the channel']);
  const alone = await join('alone', 'Alone');
  await eventually(() => alone.room.chat.snapshot.path, 'data_channel');
  expect(alone.room.snapshot.media).toBe('idle');
});

test('a text that is too long fails with its reason, and nobody else hears of it', async () => {
  const ann = await join('long', 'Ann');
  ann.room.chat.send({ text: 'x'.repeat(4_001) });
  expect(ann.room.chat.snapshot.messages).toMatchObject([
    { state: 'failed', failure: { error: 'text_too_long' } },
  ]);
});

test('an application sends its own bytes to everybody or to some, and reactions float', async () => {
  const [ann, bob, cat] = [
    await join('app', 'Ann'),
    await join('app', 'Bob', 'json'),
    await join('app', 'Cat'),
  ];
  const heard: Record<string, string[]> = {};
  // What floats goes a way of its own, and may overtake what comes in order.
  const floating: Record<string, string[]> = {};
  for (const [name, { room }] of Object.entries({ ann, bob, cat })) {
    const [list, seen]: [string[], string[]] = [[], []];
    heard[name] = list;
    floating[name] = seen;
    room
      .data('game.moves')
      .onMessage(({ from, bytes }) => list.push(`${from} ${new TextDecoder().decode(bytes)}`));
    room.onReaction(({ from, emoji }) => seen.push(`${from} ${emoji}`));
  }
  const moves = ann.room.data('game.moves');
  for (let i = 0; i < 50; i++) void moves.send(numbered(i));
  await moves.send(numbered(50), { to: [cat.id] });
  bob.room.react('🎉');
  const all = Array.from({ length: 50 }, (_, index) => `${ann.id} ${index}`);
  await eventually(() => heard, { ann: [], bob: all, cat: [...all, `${ann.id} 50`] });
  const party = [`${bob.id} 🎉`];
  await eventually(() => floating, { ann: party, bob: party, cat: party });
  expect(() => ann.room.data('earshot.chat')).toThrow(TypeError);
  await expect(moves.send(numbered(1), { to: ['nobody'] })).rejects.toMatchObject({ error: 'not_found' });
});

test('what need not arrive goes by the loose channel', async () => {
  const [ann, bob] = [await join('loose', 'Ann'), await join('loose', 'Bob')];
  for (const { room } of [ann, bob]) await eventually(() => room.chat.snapshot.path, 'data_channel');
  const heard = new Set<string>();
  bob.room
    .data('position', { reliable: false })
    .onMessage(({ bytes }) => heard.add(new TextDecoder().decode(bytes)));
  const position = ann.room.data('position', { reliable: false });
  for (let i = 0; i < 50; i++) {
    await position.send(numbered(i));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await eventually(() => heard.size > 25, true);
});
