import {
  defaultRoomSettings,
  type Engine,
  EntryError,
  joinRoom,
  newIdentity,
  type Socket,
} from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { changePassword, createPrivateRoom, knock } from '@earshot/client/private';
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

const create = (mode: 'password' | 'link' | 'both') =>
  createPrivateRoom({
    server: house.origin,
    engine: nodeEngine(),
    mode,
    password,
    meta,
    identity: newIdentity(),
  });

test('three enter a private room by its link, and what they write, react and send is the same for all', async () => {
  const made = await create('link');
  const { room, secret } = made;
  const steps: string[] = [];
  const ann = await house.join({
    room,
    secret,
    name: 'Ann',
    identity: newIdentity(),
    onEntering: ({ at }) => steps.push(at),
  });
  expect([...new Set(steps)]).toEqual(['reading', 'proving', 'joining']);
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

test('a wrong password is told from a missing one, and whoever was in comes back without working it out again', async () => {
  const made = await create('both');
  const code = async (secret: object) => {
    const error = await house
      .join({ room: made.room, name: 'Eve', secret })
      .catch((reason: unknown) => reason);
    return error instanceof EntryError ? error.code : error;
  };
  expect(await code({ ...made.secret, password: 'wrong' })).toBe('wrong_password');
  expect(await code({ password })).toBe('no_link_key');
  expect(await code({ linkKey: made.secret.linkKey })).toBe('no_password');
  const engine = nodeEngine();
  const join = async () => {
    const steps: string[] = [];
    const onEntering = ({ at }: { at: string }) => steps.push(at);
    const room = await joinRoom({ ...made, server: house.origin, name: 'Ann', engine, onEntering });
    await room.leave();
    return steps;
  };
  expect(await join()).toContain('deriving');
  expect(await join()).not.toContain('deriving');
});

test('whoever knocks is told what it takes, whether what they have is right, and what the room is called', async () => {
  const made = await create('both');
  const at = { server: house.origin, engine: nodeEngine() };
  const door = await knock({ ...at, room: made.room });
  expect(door.mode).toBe('both');
  await expect(door.unlock({ password })).rejects.toMatchObject({ code: 'no_link_key', mode: 'both' });
  const wrong = { ...made.secret, password: 'wrong' };
  await expect(door.unlock(wrong)).rejects.toMatchObject({ code: 'wrong_password', mode: 'both' });
  const working = new AbortController();
  const another = { ...made.secret, password: 'another' };
  const stopped = door.unlock(another, {
    signal: working.signal,
    onEntering: ({ at }) => at === 'deriving' && working.abort(),
  });
  const reason: unknown = await stopped.catch((error: unknown) => error);
  expect(reason).toBe(working.signal.reason);
  expect(await door.unlock(made.secret)).toEqual(meta);
  const steps: string[] = [];
  const room = await joinRoom({ ...made, ...at, name: 'Ann', onEntering: (step) => steps.push(step.at) });
  expect(steps).not.toContain('deriving');
  await room.leave();
  const nobodys = `p-${'a'.repeat(26)}`;
  await expect(knock({ ...at, room: nobodys })).rejects.toMatchObject({ error: 'not_found' });
  const given = AbortSignal.abort();
  await expect(knock({ ...at, room: made.room, signal: given })).rejects.toBe(given.reason);
});

test('what was right at the door and is changed before one joins is called changed, and anything else wrong', async () => {
  const made = await create('link');
  const at = { server: house.origin, engine: nodeEngine() };
  const door = await knock({ ...at, room: made.room });
  await door.unlock(made.secret);
  const changed = await changePassword({
    ...at,
    engine: nodeEngine(),
    owner: made.owner,
    mode: 'link',
    meta,
  });
  const join = (secret: object) => joinRoom({ ...at, room: made.room, name: 'Ann', secret });
  const madeUp = { linkKey: new Uint8Array(32) };
  await expect(join(made.secret)).rejects.toMatchObject({ code: 'secret_changed', mode: 'link' });
  await expect(join(madeUp)).rejects.toMatchObject({ code: 'wrong_password' });
  await expect(door.unlock(made.secret)).rejects.toMatchObject({ code: 'secret_changed' });
  await expect(door.unlock(madeUp)).rejects.toMatchObject({ code: 'wrong_password' });
  await door.unlock(changed.secret);
  await (await join(changed.secret)).leave();
});

test('everybody proves what was changed, and what was written before and after stays readable for them', async () => {
  const made = await create('link');
  const { room, secret } = made;
  const ann = await house.join({ room, secret, name: 'Ann' });
  const bob = await house.join({ room, secret, name: 'Bob' });
  await eventually(() => [trust(ann), trust(bob)], [['verified'], ['verified']]);
  ann.room.chat.send({ text: 'before' });
  await eventually(() => texts(bob), ['before']);

  const next = { mode: 'link' as const, meta: { ...meta, name: 'Trio' } };
  const changed = await changePassword({
    ...made,
    ...next,
    server: house.origin,
    engine: nodeEngine(),
    room: ann.room,
  });
  await eventually(() => bob.room.snapshot.privacy.proveAgain?.mode, 'link');
  await expect(bob.room.proveAgain(secret)).rejects.toMatchObject({ code: 'wrong_password' });
  await bob.room.proveAgain(changed.secret);
  expect(bob.room.snapshot.privacy).toMatchObject({ meta: { name: 'Trio' } });
  expect(bob.room.snapshot.privacy.proveAgain).toBeUndefined();
  await eventually(() => [trust(ann), trust(bob)], [['verified'], ['verified']]);

  bob.room.chat.send({ text: 'after' });
  await eventually(
    () => [texts(ann), seals(ann)],
    [
      ['before', 'after'],
      ['verified', 'verified'],
    ],
  );
  await expect(house.join({ room, secret, name: 'Old' })).rejects.toMatchObject({ code: 'wrong_password' });
  const late = await house.join({ room, secret: changed.secret, name: 'Late' });
  await eventually(
    () => [texts(late), seals(late)],
    [
      ['', 'after'],
      ['unreadable', 'verified'],
    ],
  );
  await eventually(() => trust(late), ['verified', 'verified']);
  await eventually(() => [trust(ann).length, trust(ann)], [2, ['verified', 'verified']]);
});

test('an open room that is encrypted takes its whole link: nobody comes in with half of it, and whoever has another key is a stranger', async () => {
  const secret = { linkKey: crypto.getRandomValues(new Uint8Array(32)) };
  const room = 'half-a-link';
  const identity = newIdentity();
  const create = { ...defaultRoomSettings, encrypted: true };
  const ann = await house.join({ room, secret, name: 'Ann', identity, create });
  const bob = await house.join({ room, secret, name: 'Bob' });
  await expect(house.join({ room, name: 'Half' })).rejects.toMatchObject({ code: 'no_link_key' });
  const wrong = { linkKey: new Uint8Array(32) };
  const other = await house.join({ room, secret: wrong, name: 'Other' });
  await eventually(() => [...trust(ann)].sort(), ['unverified', 'verified']);
  expect(ann.room.snapshot.privacy.members.get(other.id)).toBe('unverified');
  expect(other.room.snapshot.privacy).toMatchObject({ kind: 'encrypted' });

  const heard: string[] = [];
  for (const robot of [bob, other]) {
    robot.room
      .data('game')
      .onMessage(({ bytes }) => heard.push(`${robot === bob} ${new TextDecoder().decode(bytes)}`));
  }
  ann.room.chat.send({ text: 'for whole links' });
  await ann.room.data('game').send(new TextEncoder().encode('move'));
  await eventually(() => [texts(bob), heard], [['for whole links'], ['true move']]);
  await eventually(() => [texts(other), seals(other)], [[''], ['unreadable']]);
});

test('a private room is never entered in the clear', async () => {
  const made = await create('link');
  await expect(house.join({ room: made.room, name: 'Ann' })).rejects.toMatchObject({ code: 'no_link_key' });
  const { encryption: _none, ...engine } = nodeEngine();
  const joining = joinRoom({ ...made, server: house.origin, name: 'Ann', engine });
  await expect(joining).rejects.toMatchObject({ code: 'encryption_unsupported' });
});

test('whoever loses the connection comes back to their seat with new keys, and reads and is read as before', async () => {
  const { room, secret } = await create('link');
  const ann = await house.join({ room, secret, name: 'Ann' });
  const sockets: Socket[] = [];
  const inner = nodeEngine();
  const engine: Engine = {
    ...inner,
    openSocket: (options) => {
      const socket = inner.openSocket(options);
      sockets.push(socket);
      return socket;
    },
  };
  const options = { server: house.origin, room, secret, name: 'Bob', engine };
  const lost = await joinRoom(options);
  await eventually(() => trust(ann), ['verified']);
  sockets.at(-1)?.close(4_999, 'broke');
  await eventually(() => ann.room.snapshot.members[0]?.presence, 'away');
  const bob = await joinRoom({ ...options, returning: lost.returnToken });
  expect(bob.snapshot.self.id).toBe(lost.snapshot.self.id);
  await eventually(() => [trust(ann), ann.room.snapshot.members[0]?.presence], [['verified'], 'here']);

  const heard: string[] = [];
  const hear = ({ bytes }: { bytes: Uint8Array }) => heard.push(new TextDecoder().decode(bytes));
  ann.room.data('game').onMessage(hear);
  bob.data('game').onMessage(hear);
  await bob.data('game').send(new TextEncoder().encode('from bob'));
  await ann.room.data('game').send(new TextEncoder().encode('from ann'));
  bob.chat.send({ text: 'here again' });
  await eventually(() => heard.toSorted(), ['from ann', 'from bob']);
  await eventually(() => [texts(ann), seals(ann)], [['here again'], ['verified']]);
  await bob.leave();
});
