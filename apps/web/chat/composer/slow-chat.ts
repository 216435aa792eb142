import type { Room, RpcError } from '@earshot/client';

/** The server counts from when a message reaches it, and no two take the same time on their way. */
const marginMs = 400;

/** When one may write again in a room whose chat is slow, on the clock of `performance.now`. */
const nextAtMs = new WeakMap<Room, number>();

export function wroteIn(room: Room, nowMs: number): void {
  const { slowChatSeconds } = room.snapshot.room.settings;
  if (slowChatSeconds > 0) nextAtMs.set(room, nowMs + slowChatSeconds * 1_000 + marginMs);
}

/** How many whole seconds one still waits; 0 where one may write. A chat that is not slow any more makes nobody wait. */
export function slowWaitSeconds(room: Room, nowMs: number): number {
  const { slowChatSeconds } = room.snapshot.room.settings;
  const waitMs = Math.min((nextAtMs.get(room) ?? 0) - nowMs, slowChatSeconds * 1_000 + marginMs);
  return slowChatSeconds > 0 ? Math.max(0, Math.ceil((waitMs - marginMs) / 1_000)) : 0;
}

/** A room that refused, because one wrote before coming back to it, says for how long. */
export function refusedIn(room: Room, failure: RpcError | undefined, nowMs: number): void {
  if (failure?.error !== 'chat_slow' || failure.retryAfterMs === undefined) return;
  nextAtMs.set(room, nowMs + failure.retryAfterMs + marginMs);
}
