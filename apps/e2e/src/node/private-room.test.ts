import { EntryError, newIdentity } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { createPrivateRoom } from '@earshot/client/private';
import { expect, test } from '@jest/globals';
import { eventually } from './eventually.ts';
import type { Robot } from './robot.ts';
import { RobotHouse } from './robot-house.ts';

const house = RobotHouse.open();
const password = 'correct horse battery staple';
const meta = { name: 'Choir', topic: 'Who sings what' };

const texts = ({ room }: Robot) => room.chat.snapshot.messages.map(({ text }) => text);
const seals = ({ room }: Robot) => room.chat.snapshot.messages.map(({ seal }) => seal);
const trust = ({ room }: Robot) => [...room.snapshot.privacy.members.values()];

test('three enter a private room by its password, and what they write, react and send is the same for all', async () => {
  const made = await createPrivateRoom({
    server: house.origin,
    engine: nodeEngine(),
    mode: 'password',
    password,
    meta,
    identity: newIdentity(),
  });
  const { room, secret } = made;
  const steps: string[] = [];
  const ann = await house.join({
    room,
    secret,
    name: 'Ann',
    identity: newIdentity(),
    onEntering: ({ at }) => steps.push(at),
  });
  expect([...new Set(steps)]).toEqual(['reading', 'deriving', 'proving', 'joining']);
  expect(ann.room.snapshot.privacy).toMatchObject({
    kind: 'private',
    meta,
    problems: [{ what: 'media_unsupported' }],
  });
  const bob = await house.join({ room, secret, name: 'Bob', identity: newIdentity() });
  await eventually(() => [trust(ann), trust(bob)], [['verified'], ['verified']]);

  ann.room.chat.send({ text: 'only for us' });
  await eventually(
    () => [texts(ann), texts(bob), seals(bob)],
    [['only for us'], ['only for us'], ['verified']],
  );
  const id = bob.room.chat.snapshot.messages[0]?.id ?? '';
  bob.room.chat.react(id, '👍🏽', true);
  await eventually(
    () => ann.room.chat.snapshot.messages[0]?.reactions,
    [{ emoji: '👍🏽', by: [bob.id], own: false }],
  );

  const late = await house.join({ room, secret, name: 'Late' });
  await eventually(() => [texts(late), seals(late)], [['only for us'], ['verified']]);
  await eventually(() => trust(late), ['verified', 'verified']);
  const numbers = () => [ann, bob, late].map((robot) => robot.room.snapshot.privacy.safetyNumber);
  await eventually(() => new Set(numbers()).size, 1);
  expect(numbers()[0]).toMatch(/^\d{5}( \d{5}){7}$/);

  const heard: string[] = [];
  for (const robot of [ann, late]) {
    robot.room.data('game').onMessage(({ bytes }) => heard.push(new TextDecoder().decode(bytes)));
    robot.room.onReaction(({ emoji }) => heard.push(emoji));
  }
  await bob.room.data('game').send(new TextEncoder().encode('move'));
  bob.room.react('🎉');
  await eventually(() => heard.toSorted(), ['move', 'move', '🎉', '🎉']);

  const file = Object.assign(new Blob([new Uint8Array(100_000).fill(7)]), { name: 'seven.bin' });
  const offer = await ann.room.files.offer(file);
  ann.room.chat.send({ text: '', file: offer });
  await eventually(() => late.room.chat.snapshot.messages.at(-1)?.file?.name, 'seven.bin');
  const message = late.room.chat.snapshot.messages.at(-1);
  if (!message?.file) throw new Error('no file');
  const transfer = late.room.files.fetch(message.file, message.author.id);
  await eventually(() => transfer.snapshot.at, 'done');
  expect(transfer.snapshot.blob?.size).toBe(100_000);
});

test('a wrong password is told from a missing one', async () => {
  const made = await createPrivateRoom({
    server: house.origin,
    engine: nodeEngine(),
    mode: 'both',
    password,
    meta,
  });
  const entering = (secret: object) => house.join({ room: made.room, name: 'Eve', secret });
  const code = async (secret: object) => {
    const error = await entering(secret).catch((reason: unknown) => reason);
    return error instanceof EntryError ? error.code : error;
  };
  expect(await code({ ...made.secret, password: 'wrong' })).toBe('wrong_password');
  expect(await code({ password })).toBe('no_link_key');
  expect(await code({ linkKey: made.secret.linkKey })).toBe('no_password');
  expect((await entering(made.secret)).room.snapshot.privacy.kind).toBe('private');
});
