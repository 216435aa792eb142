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
  expect(slowWaitSeconds(slow, 11_100)).toBe(1);
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

test('what was written just before the chat became slow counts', () => {
  const slowed = room(0);
  wroteIn(slowed, 1_000);
  slowed.snapshot.room.settings.slowChatSeconds = 30;
  expect(slowWaitSeconds(slowed, 11_000)).toBe(20);
});

test('what was held back costs no wait, and takes none away', () => {
  const slow = room(30);
  wroteIn(slow, 0);
  wroteIn(slow, 40_000);
  refusedIn(slow, new RpcError('held', { detail: 'links' }), 40_100);
  expect(slowWaitSeconds(slow, 40_100)).toBe(0);
  expect(slowWaitSeconds(slow, 20_000)).toBe(10);
});
