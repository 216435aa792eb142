import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { ChatLog } from './chat-log.ts';
import { KeptChats } from './kept-chats.ts';

function said(text: string, times = 1): ChatLog {
  const log = new ChatLog({ nowMs: () => 0 });
  const author = { id: 'ann', name: 'Ann', key: '' };
  for (let i = 0; i < times; i++) log.add(author, { do: 'send', id: `message-${i}-0000000`, text });
  return log;
}

test('gives a chat back once, and not when the room has been empty for long', () => {
  const clock = new ManualClock();
  const chats = new KeptChats(clock);
  const log = said('hello');
  chats.keep('tea', log);
  chats.keep('silent', said('', 0));
  clock.advance(limits.chatKeptMs);
  expect(chats.take('silent')).toBeUndefined();
  expect(chats.take('tea')).toBe(log);
  expect(chats.take('tea')).toBeUndefined();
  chats.keep('tea', log);
  clock.advance(limits.chatKeptMs + 1);
  expect(chats.take('tea')).toBeUndefined();
});

test('of many rooms, those that became empty last are kept', () => {
  const chats = new KeptChats(new ManualClock());
  const large = said('x'.repeat(limits.chatBytes), 80);
  for (let room = 0; room < 100; room++) chats.keep(`room-${room}`, large);
  expect(chats.take('room-0')).toBeUndefined();
  expect(chats.take('room-99')).toBe(large);
});
