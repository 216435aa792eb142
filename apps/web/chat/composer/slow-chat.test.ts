import { defaultRoomSettings, type Room, RpcError } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { refusedIn, slowWaitSeconds, wroteIn } from './slow-chat.ts';

function room(slowChatSeconds: number): Room {
  return { snapshot: { room: { settings: { ...defaultRoomSettings, slowChatSeconds } } } } as Room;
}

test('counts the seconds down to the next message', () => {
  const slow = room(10);
  expect(slowWaitSeconds(slow, 0)).toBe(0);
  wroteIn(slow, 1_000);
  expect(slowWaitSeconds(slow, 1_000)).toBe(10);
  expect(slowWaitSeconds(slow, 10_500)).toBe(1);
  expect(slowWaitSeconds(slow, 11_400)).toBe(0);
});

test('nobody waits where the chat is not slow, nor longer than it is slow by now', () => {
  const free = room(0);
  wroteIn(free, 0);
  expect(slowWaitSeconds(free, 0)).toBe(0);
  const slower = room(60);
  wroteIn(slower, 0);
  slower.snapshot.room.settings.slowChatSeconds = 5;
  expect(slowWaitSeconds(slower, 0)).toBe(5);
});

test('a refusal says how long it is', () => {
  const slow = room(30);
  refusedIn(slow, new RpcError('chat_slow', { retryAfterMs: 12_000 }), 0);
  expect(slowWaitSeconds(slow, 0)).toBe(12);
  refusedIn(slow, new RpcError('rate_limited', { retryAfterMs: 60_000 }), 0);
  expect(slowWaitSeconds(slow, 0)).toBe(12);
});
