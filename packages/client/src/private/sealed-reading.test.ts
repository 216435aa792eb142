import { newSigningKey, type RoomKeys, type SigningKey } from '@earshot/crypto';
import { type ChatCommand, type ChatMessage, limits, RpcError } from '@earshot/protocol';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { base64url } from '../identity/base64url.ts';
import { ChatSeal } from './chat-seal.ts';
import { PastEpochs } from './past-epochs.ts';
import { SealedReading } from './sealed-reading.ts';
import { hallKeys } from './testing/key-hall.ts';

const id = 'abcdefghijklmnop';
let keys: RoomKeys;
let past: PastEpochs;
let annKey: SigningKey;
let bobKey: SigningKey;
/** Ann's and Bob's, who are both in the room; Bob reads. */
let ann: SealedReading;
let bob: SealedReading;

beforeEach(() => {
  past = new PastEpochs();
});
beforeAll(async () => {
  [keys, annKey, bobKey] = await Promise.all([hallKeys(), newSigningKey(), newSigningKey()]);
  ann = reading(annKey, { id: 'ann', name: 'Ann' });
  bob = reading(bobKey, { id: 'bob', name: 'Bob' });
});

function reading(
  signingKey: SigningKey,
  self: { id: string; name: string },
  rooms = () => [keys],
): SealedReading {
  const seal = new ChatSeal({ rooms, signingKey });
  return new SealedReading({
    seal,
    settled: async () => {},
    past: { admits: (sealed) => past.admits(sealed) },
    whoSigns: (key) => (key === base64url(annKey.publicKey) ? 'ann' : undefined),
    self: () => self,
    members: () => [{ id: 'ann', name: 'Ann', key: 'key of ann' }],
  });
}

type Send = Extract<ChatCommand, { do: 'send' }>;
type Said = Partial<Omit<Send, 'do'>>;

/** As the server would give it on, with its own word for who wrote it. */
async function passedOn(by: SealedReading, said: Said = {}): Promise<ChatMessage> {
  const command = (await by.command({ do: 'send', id, text: 'good morning', ...said })) as Send;
  expect(JSON.stringify(command)).not.toContain('good morning');
  expect(command.text).toBe('');
  const author = { id: 'ann', name: 'Ann', key: 'key of ann' };
  return { ...command, sequence: 1, revision: 1, author, sentAtMs: 0, reactions: [] };
}

async function read(message: ChatMessage) {
  const event = await bob.event({ say: 'message', message });
  if (event.say !== 'message') throw new Error('no message');
  return event.message;
}

test('a message is read as it was written, and its author is who signed it', async () => {
  const file = { id, name: 'a.txt', sizeBytes: 1, mime: 'text/plain', sha256: '0'.repeat(64) };
  const message = await passedOn(ann, { replyTo: 'ponmlkjihgfedcba', file });
  expect(JSON.stringify(message)).not.toContain('a.txt');
  const lie = { ...message, author: { id: 'bob', name: 'Bob', key: '' } };
  expect(await read(lie)).toMatchObject({
    text: 'good morning',
    file,
    replyTo: 'ponmlkjihgfedcba',
    author: { id: 'ann', name: 'Ann', key: 'key of ann' },
    seal: 'verified',
  });
});

test('one’s own are one’s own, whatever the server calls their author', async () => {
  expect(await read(await passedOn(bob))).toMatchObject({
    author: { id: 'bob', name: 'Bob' },
    seal: 'verified',
  });
});

test('a message of somebody who is not here is nobody’s who is', async () => {
  const gone = reading(await newSigningKey(), { id: 'gone', name: 'Gone' });
  const message = await read(await passedOn(gone));
  expect(message).toMatchObject({ text: 'good morning', seal: 'unverified' });
  expect(['ann', 'bob']).not.toContain(message.author.id);
});

test.each<[string, (message: ChatMessage) => ChatMessage]>([
  ['in another message’s place', (message) => ({ ...message, id: 'zzzzzzzzzzzzzzzz' })],
  ['as an answer to something else', (message) => ({ ...message, replyTo: 'zzzzzzzzzzzzzzzz' })],
  [
    'with a byte changed',
    ({ sealed = new Uint8Array(), ...rest }) => ({
      ...rest,
      sealed: sealed.with(100, 1 ^ (sealed[100] ?? 0)),
    }),
  ],
  ['cut off', ({ sealed, ...rest }) => ({ ...rest, sealed: sealed?.subarray(0, 300) })],
  ['in the clear', ({ sealed: _sealed, ...rest }) => ({ ...rest, text: 'I am Ann' })],
])('what comes %s is unreadable', async (_how, change) => {
  expect(await read(change(await passedOn(ann)))).toMatchObject({ text: '', seal: 'unreadable' });
});

test('what one person said stays in its order, and what the server turned around is marked', async () => {
  const said: ChatMessage[] = [];
  for (const sequence of [1, 2, 3])
    said.push({ ...(await passedOn(ann, { id: `${id.slice(1)}${sequence}` })), sequence });
  const [first, second, third] = said as [ChatMessage, ChatMessage, ChatMessage];
  const place = async (message: ChatMessage) => (await read(message)).misplaced ?? false;
  bob = reading(bobKey, { id: 'bob', name: 'Bob' });
  expect([await place(second), await place(third), await place(first)]).toEqual([false, false, false]);
  // What came again since somebody reacted to it stands where it stood.
  expect(await place({ ...second, revision: 9 })).toBe(false);
  expect(await place({ ...first, sequence: 4 })).toBe(true);
  bob = reading(bobKey, { id: 'bob', name: 'Bob' });
  const turned = await bob.messages([
    { ...second, sequence: 1 },
    { ...first, sequence: 2 },
  ]);
  expect(turned).toMatchObject([{ seal: 'verified' }, { seal: 'verified', misplaced: true }]);
});

test('what was written in another room that has the same key is unreadable here', async () => {
  const roomId = new Uint8Array(16).fill(1);
  const elsewhere = reading(annKey, { id: 'ann', name: 'Ann' }, () => [{ ...keys, roomId }]);
  expect(await read(await passedOn(elsewhere))).toMatchObject({ text: '', seal: 'unreadable' });
});

test('the same reaction to a message looks the same to the server, and others do not', async () => {
  const react = async (by: SealedReading, emoji: string, to = id) => {
    const command = await by.command({ do: 'react', id: to, emoji, on: true });
    return command.do === 'react' ? command.emoji : '';
  };
  const token = await react(ann, '👍🏽');
  expect(token).toBe(await react(bob, '👍🏽'));
  expect(token).not.toBe(await react(ann, '👍'));
  expect(token).not.toBe(await react(ann, '👍🏽', 'zzzzzzzzzzzzzzzz'));
  const reactions = [
    { emoji: token, by: ['ann'] },
    { emoji: await react(ann, '🎉', 'zzzzzzzzzzzzzzzz'), by: ['bob'] },
    { emoji: '💀', by: ['bob'] },
  ];
  expect(await bob.event({ say: 'reactions', id, revision: 2, reactions })).toMatchObject({
    reactions: [{ emoji: '👍🏽', by: ['ann'] }],
  });
});

/** Somebody who had the password before it was changed, and somebody who has the new one, too. */
async function afterAChange() {
  const renewed = { ...keys, epoch: keys.epoch + 1 };
  const me = reading(bobKey, { id: 'bob', name: 'Bob' }, () => [renewed, keys]);
  const newcomer = reading(annKey, { id: 'ann', name: 'Ann' }, () => [renewed]);
  const live = async (message: ChatMessage) => {
    const event = await me.event({ say: 'message', message });
    return event.say === 'message' ? event.message.seal : event.say;
  };
  const history = async (message: ChatMessage) => (await me.messages([message]))[0]?.seal;
  const by = async (who: SealedReading, sequence: number) => ({ ...(await passedOn(who)), sequence });
  return { epoch: renewed.epoch, newcomer, live, history, by };
}

test('what is sealed with the old password is no news once everybody has proved the new one', async () => {
  const { epoch, newcomer, live, history, by } = await afterAChange();
  expect(await live(await by(ann, 10))).toBe('verified');
  // Some are a little later than others with the new one.
  expect(await live(await by(newcomer, 11))).toBe('verified');
  expect(await live(await by(ann, 12))).toBe('verified');
  past.close(epoch);
  expect(await live(await by(newcomer, 13))).toBe('verified');
  expect(await live(await by(ann, 14))).toBe('unreadable');
  // Neither where it is told as history, but for what stands before something that was known by then.
  expect(await history(await by(ann, 15))).toBe('unreadable');
  expect(await history(await by(ann, 13))).toBe('unreadable');
  expect(await history(await by(ann, 9))).toBe('verified');
});

test('where nothing had been said when the old password ended, whatever is said then comes after it', async () => {
  const { epoch, newcomer, live, history, by } = await afterAChange();
  past.close(epoch);
  expect(await history(await by(ann, 3))).toBe('verified');
  expect(await live(await by(newcomer, 5))).toBe('verified');
  expect(await history(await by(ann, 5))).toBe('unreadable');
  expect(await history(await by(ann, 4))).toBe('verified');
  past.close(epoch + 1);
  expect(await live(await by(newcomer, 6))).toBe('unreadable');
  expect(await history(await by(newcomer, 5))).toBe('verified');
  expect(await history(await by(ann, 5))).toBe('unreadable');
});

test('the longest text there may be fits, and lengths tell little', async () => {
  const longest = await passedOn(ann, { text: 'x'.repeat(limits.chatBytes) });
  expect(longest.sealed?.length).toBeLessThanOrEqual(limits.sealedChatBytes);
  expect((await passedOn(ann, { text: 'yes' })).sealed?.length).toBe(
    (await passedOn(ann, { text: 'certainly not, why should I' })).sealed?.length,
  );
  const tooLong = ann.command({ do: 'send', id, text: 'x'.repeat(limits.sealedChatBytes) });
  await expect(tooLong).rejects.toThrow(RpcError);
});
