import type { Room, RpcError } from '@earshot/client';

/** The server counts from when a message reaches it, and no two take the same time on their way. */
const marginMs = 400;

/** When one wrote, on the clock of `performance.now`: last, and before that. */
interface Written {
  readonly lastMs: number;
  readonly beforeMs: number;
}

const never: Written = { lastMs: Number.NEGATIVE_INFINITY, beforeMs: Number.NEGATIVE_INFINITY };
const written = new WeakMap<Room, Written>();

/** Noted in every room: a chat may become slow the moment after. */
export function wroteIn(room: Room, nowMs: number): void {
  const { lastMs } = written.get(room) ?? never;
  written.set(room, { lastMs: nowMs, beforeMs: lastMs });
}

/** How many whole seconds one still waits; 0 where one may write. A chat that is not slow any more makes nobody wait. */
export function slowWaitSeconds(room: Room, nowMs: number): number {
  const { slowChatSeconds } = room.snapshot.room.settings;
  const { lastMs } = written.get(room) ?? never;
  const leftMs = lastMs + slowChatSeconds * 1_000 - nowMs;
  return slowChatSeconds > 0 && leftMs + marginMs > 0 ? Math.max(1, Math.ceil(leftMs / 1_000)) : 0;
}

/** Refusals that come before the room looks when one wrote last: what was not taken costs no wait. */
const untimed: ReadonlySet<RpcError['error']> = new Set([
  'held',
  'rate_limited',
  'puzzle_required',
  'text_too_long',
  'chat_off',
]);

/** What a refusal means for the wait: none, or as long as the room says that one wrote too early. */
export function refusedIn(room: Room, failure: RpcError | undefined, nowMs: number): void {
  if (!failure) return;
  if (untimed.has(failure.error)) {
    const { beforeMs } = written.get(room) ?? never;
    written.set(room, { lastMs: beforeMs, beforeMs });
  }
  if (failure.error !== 'chat_slow' || failure.retryAfterMs === undefined) return;
  const lastMs = nowMs + failure.retryAfterMs - room.snapshot.room.settings.slowChatSeconds * 1_000;
  written.set(room, { lastMs, beforeMs: lastMs });
}
