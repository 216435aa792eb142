import { defaultRoomSettings, limits, topics } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { DataClient } from '../../testing/data-client.ts';
import { DataHouse, told } from '../../testing/data-house.ts';
import { microphone } from '../../testing/fake-microphone.ts';
import { enter, type Guest } from '../../testing/house.ts';
import { KeyHolder } from '../../testing/key-holder.ts';
import { until } from '../../testing/until.ts';

const house = DataHouse.forAllTests();
const newId = () => house.newId();
const data = ({ client }: Pick<Guest, 'client'>) => house.dataOf(client);

/** An encrypted room that everybody may enter, with two in it. */
async function openRoom(name: string) {
  const create = { ...defaultRoomSettings, encrypted: true };
  const ann = await enter(house.server, name, { create, card: 'AA' });
  const bob = await enter(house.server, name, { card: 'BB' });
  return { ann, bob, annData: data(ann), bobData: data(bob) };
}

const errors = (to: DataClient) => to.chat.flatMap((event) => (event.say === 'refused' ? [event.error] : []));
const sealed = Uint8Array.from({ length: 300 }, (_, at) => at % 256);
const sealedEmoji = Buffer.alloc(limits.sealedEmojiBytes, 9).toString('base64url');

test('what is sealed is passed on and kept as it is, its reactions counted', async () => {
  const { ann, bob, annData, bobData } = await openRoom('sealed');
  const id = newId();
  annData.command({ do: 'send', id, text: '', sealed });
  await told(bobData, 1);
  expect(bobData.chat[0]).toMatchObject({ say: 'message', message: { id, text: '', sealed } });
  for (const each of [annData, bobData]) each.command({ do: 'react', id, emoji: sealedEmoji, on: true });
  await told(bobData, 3);
  const { messages } = await bob.client.request('chatHistory', {});
  expect(messages).toMatchObject([
    { id, text: '', reactions: [{ emoji: sealedEmoji, by: expect.arrayContaining([ann.id, bob.id]) }] },
  ]);
  // Through JSON it comes as base64, which the schema reads.
  expect(messages[0]?.sealed).toEqual(sealed);
  expect(messages[0]).not.toHaveProperty('file');
});

test('in an encrypted room nothing goes out in the clear', async () => {
  const { annData, bobData } = await openRoom('no-clear');
  const id = newId();
  annData.command({ do: 'send', id, text: 'in the clear' });
  annData.command({ do: 'send', id, text: 'and with a seal', sealed });
  const file = { id: 'abcdefghijklmnop', name: 'a', sizeBytes: 1, mime: '', sha256: '0'.repeat(64) };
  annData.command({ do: 'send', id, text: '', sealed, file });
  annData.command({ do: 'send', id, text: '', sealed: new Uint8Array() });
  annData.command({ do: 'send', id, text: '', sealed: new Uint8Array(limits.sealedChatBytes + 1) });
  annData.command({ do: 'send', id, text: '', sealed });
  annData.command({ do: 'react', id, emoji: '👍', on: true });
  await told(annData, 8);
  expect(errors(annData)).toEqual([
    ...['encryption_required', 'encryption_required', 'encryption_required', 'malformed_data'],
    ...['text_too_long', 'encryption_required'],
  ]);
  expect(bobData.chat).toHaveLength(1);
  annData.say(topics.reaction, '👍');
  annData.post(topics.reaction, new Uint8Array(limits.sealedPaddingBytes));
  await until(
    () => bobData.heard.length,
    (count) => count === 1,
  );
});

test('whoever has no card has no key either, and stays at the door', async () => {
  const create = { ...defaultRoomSettings, encrypted: true };
  const refused = expect.objectContaining({ error: 'encryption_required' });
  const holder = new KeyHolder();
  const client = await house.server.connect();
  const identity = await holder.proof(client, { room: 'door' });
  // Nobody owns a room that nobody could be in.
  await expect(client.join('door', { identity, create })).rejects.toEqual(refused);
  const { ann } = await openRoom('door');
  await expect(client.join('door')).rejects.toEqual(refused);
  expect(await ann.client.ask('produce', microphone())).toBe('ok');
  const { self } = await client.join('door', { card: 'CC' });
  const came = async () => (await ann.client.next('memberJoined')).member.card;
  expect([self.card, await came(), await came()]).toEqual(['CC', 'BB', 'CC']);
});

test('who comes back to their seat is known by the card that they came with', async () => {
  const { bob } = await openRoom('back');
  const { returnToken: returning } = bob.joined;
  const client = await house.server.connect();
  const { self } = await client.join('back', { returning });
  expect(self).toMatchObject({ id: bob.id, card: 'BB' });
});

test('in another room nothing is sealed', async () => {
  const { client } = await house.server.member('clear');
  const mine = data({ client });
  const id = newId();
  mine.command({ do: 'send', id, text: '', sealed });
  mine.command({ do: 'send', id, text: 'hello' });
  mine.command({ do: 'react', id, emoji: sealedEmoji, on: true });
  await told(mine, 4);
  expect(errors(mine)).toEqual(['malformed_data', 'malformed_data']);
});

test('letters with keys go to whom they are for, and to nobody else', async () => {
  const { ann, bob, annData, bobData } = await openRoom('letters');
  const cid = data(await enter(house.server, 'letters', { card: 'CC' }));
  annData.say(topics.keys, 'for Bob', [bob.joined.self.seat]);
  await until(
    () => bobData.heard,
    ({ length }) => length === 1,
  );
  expect(bobData.heard).toEqual([{ topic: topics.keys, from: ann.joined.self.seat, text: 'for Bob' }]);
  expect(cid.heard).toEqual([]);
});

test('whether a room is encrypted was said when it was made, and stays so', async () => {
  const { ann } = await openRoom('promise');
  const settings = { ...ann.joined.room.settings, encrypted: false };
  expect(await ann.client.ask('setRoomSettings', { settings })).toBe('not_permitted');
  const { encrypted: _, ...silent } = { ...settings, topic: 'Tea' };
  expect(await ann.client.ask('setRoomSettings', { settings: silent })).toBe('ok');
  expect((await enter(house.server, 'promise', { card: 'BB' })).joined.room.settings).toMatchObject({
    topic: 'Tea',
    encrypted: true,
  });
});
