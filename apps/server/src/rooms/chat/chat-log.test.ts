import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { ChatLog } from './chat-log.ts';

const ann = { id: 'ann-1', name: 'Ann', key: 'ann' };
const guest = { id: 'guest-1', name: 'Guest', key: '' };

function log() {
  let nowMs = 0;
  let count = 0;
  const chat = new ChatLog({ nowMs: () => nowMs });
  return {
    chat,
    wait: (ms: number) => {
      nowMs += ms;
    },
    say: (author = ann, text = 'x') =>
      chat.add(author, { do: 'send', id: `message-${String(++count).padStart(10, '0')}`, text }).entry.id,
    sequences: () => chat.page().entries.map(({ sequence }) => sequence),
  };
}

test('forgets what is older than four hours', () => {
  const { chat, wait, say, sequences } = log();
  const old = say();
  wait(limits.chatHistoryMs);
  say();
  expect(sequences()).toEqual([1, 2]);
  wait(1);
  expect(sequences()).toEqual([2]);
  expect(() => chat.react(ann, old, { emoji: '👍', on: true })).toThrow(
    expect.objectContaining({ error: 'not_found' }),
  );
});

test('keeps no more messages and bytes than it may, and lets the oldest go first', () => {
  const small = log();
  for (let i = 0; i < limits.chatHistoryMessages + 10; i++) small.say();
  expect(small.chat.size).toBeLessThanOrEqual(limits.chatHistoryMessages);
  const large = log();
  const text = 'x'.repeat(limits.chatBytes);
  for (let i = 0; i < 200; i++) large.say(ann, text);
  expect(large.chat.size * limits.chatBytes).toBeLessThanOrEqual(limits.chatHistoryBytes);
  expect(large.sequences().at(-1)).toBe(200);
});

test('a person who comes back with their key may delete what was theirs; without one they may not', () => {
  const { chat, say } = log();
  const [mine, theirs] = [say(ann), say(guest)];
  chat.delete({ ...ann, id: 'ann-2' }, mine);
  expect(() => chat.delete({ ...guest, id: 'guest-2' }, theirs)).toThrow(
    expect.objectContaining({ error: 'not_found' }),
  );
  chat.delete(guest, theirs);
  expect(chat.size).toBe(0);
});

test('reactions to one message are bounded', () => {
  const { chat, say } = log();
  const id = say();
  const emoji = (index: number) => String.fromCodePoint(0x1f600 + index);
  for (let i = 0; i < limits.chatEmojiPerMessage; i++) chat.react(ann, id, { emoji: emoji(i), on: true });
  const tooMany = expect.objectContaining({ error: 'too_many_reactions' });
  expect(() => chat.react(ann, id, { emoji: emoji(40), on: true })).toThrow(tooMany);
  const crowd = (index: number) => ({ id: `c${index}`, name: 'c', key: '' });
  const room = limits.chatReactionsPerMessage - limits.chatEmojiPerMessage;
  for (let i = 0; i < room; i++) chat.react(crowd(i), id, { emoji: emoji(0), on: true });
  expect(() => chat.react(crowd(room), id, { emoji: emoji(0), on: true })).toThrow(tooMany);
});
