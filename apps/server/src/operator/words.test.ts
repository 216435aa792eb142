import { defaultRoomSettings } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { DataClient } from '../testing/data-client.ts';
import { KeyHolder } from '../testing/key-holder.ts';
import { KinHolder } from '../testing/kin-holder.ts';
import { RuledServer } from '../testing/ruled-server.ts';
import { until } from '../testing/until.ts';

const ruled = RuledServer.forEachTest();

test('a device may not be called by a word that is not wanted', async () => {
  await ruled.operator.act('PUT', '/words', { words: ['grobian'] });
  const holder = new KinHolder();
  const answers = await Promise.all(
    ['Grobian', 'Laptop'].map((name) => holder.asks(ruled.server.port, { act: 'introduce', name })),
  );
  expect(answers.map(({ status, body }) => [status, body.error, body.detail])).toEqual([
    [422, 'words_refused', 'device'],
    [200, undefined, undefined],
  ]);
  const renamed = await holder.asks(ruled.server.port, { act: 'rename', key: holder.key, name: 'grobian!' });
  expect(renamed.body.error).toBe('words_refused');
});

test('words that are not wanted stand nowhere, from now on and after a restart', async () => {
  const seat = await ruled.come({ room: 'seat', name: 'Grobian' });
  const listedRoom = { listed: true, topic: 'We talk like a Grobian' };
  const { client: owner } = await ruled.come({ room: 'loud', holder: new KeyHolder(), create: listedRoom });
  await until(
    () => ruled.listed(),
    (names) => names.includes('loud'),
  );
  await ruled.operator.act('PUT', '/words', { words: ['grobian', 'rüpel*'] });
  await until(
    () => ruled.listed(),
    (names) => names.length === 0,
  );

  expect(await ruled.refusal({ name: 'G.r.0.b.i.a.n' })).toEqual(['words_refused', 'name']);
  expect(await ruled.refusal({ name: 'Grobianus' })).toEqual(['in']);
  expect(await ruled.refusal({ room: 'rupelhaft' })).toEqual(['words_refused', 'room']);
  const holder = new KeyHolder();
  expect(await ruled.refusal({ room: 'new', holder, create: { topic: 'für GROBIAN' } })).toEqual([
    'words_refused',
    'topic',
  ]);
  expect(await ruled.refusal({ room: 'new', holder, create: { tags: ['tee', 'grobian'] } })).toEqual([
    'words_refused',
    'tags',
  ]);
  const settings = { ...defaultRoomSettings, topic: 'Rüpelei' };
  expect(await owner.ask('setRoomSettings', { settings })).toBe('words_refused');
  await owner.request('setRoomSettings', { settings: { ...settings, topic: 'Tea', listed: true } });
  await until(
    () => ruled.listed(),
    (names) => names.includes('loud'),
  );
  const profile = { name: 'Ann', emoji: '', status: 'kein grobian' };
  expect(await owner.ask('setProfile', profile)).toBe('words_refused');
  expect(await owner.ask('setProfile', { ...profile, status: '' })).toBe('ok');

  // Who was called so keeps on talking, and is judged anew when they come back.
  const returning = seat.joined.returnToken;
  expect(await ruled.refusal({ room: 'seat', name: 'Grobian', returning })).toEqual([
    'words_refused',
    'name',
  ]);
  const back = await ruled.come({ room: 'seat', name: 'Gentle', returning });
  expect([back.self.id, back.self.name]).toEqual([seat.self.id, 'Gentle']);

  await ruled.restart();
  expect(await ruled.refusal({ name: 'Grobian' })).toEqual(['words_refused', 'name']);
  await ruled.operator.act('PUT', '/words', { words: [] });
  expect(await ruled.refusal({ name: 'Grobian' })).toEqual(['in']);
});

test('a message with such a word is held, and so is one with a file that is called so', async () => {
  await ruled.operator.act('PUT', '/words', { words: ['grobian'] });
  const { client } = await ruled.come();
  const words = new DataClient(client);
  const file = {
    id: 'a-file-of-a-member',
    name: 'grobian.png',
    sizeBytes: 9,
    mime: 'image/png',
    sha256: 'a'.repeat(64),
  };
  const sent = [{ text: 'Du GR0BI4N!' }, { text: 'see this', file }, { text: 'Grobiane' }];
  for (const [index, each] of sent.entries())
    words.command({ do: 'send', id: `a-message-number-${index}`, ...each });
  const events = await until(
    () => words.chat,
    ({ length }) => length === 3,
  );
  expect(events).toMatchObject([
    { say: 'refused', error: 'held', why: 'words' },
    { say: 'refused', error: 'held', why: 'words' },
    { say: 'message', message: { text: 'Grobiane' } },
  ]);
  words.close();
});
