import type { Message } from '@earshot/client';

/** What has not been read: how many messages, and where they begin. Nothing is unread while somebody is reading. */
export interface Unread {
  readonly reading: boolean;
  readonly count: number;
  /** The first message that came while nobody was reading. It stays until the reader has been away again. */
  readonly first?: string;
  readonly seen: ReadonlySet<string>;
  /** What was said before is history, whenever it is fetched. By the server's clock. */
  readonly sinceMs: number;
}

export type UnreadEvent =
  | { readonly type: 'messages'; readonly messages: readonly Message[] }
  | { readonly type: 'reading' | 'away'; readonly messages: readonly Message[] };

/** Nothing is unread of what is there already. */
export function caughtUp(messages: readonly Message[], sinceMs: number): Unread {
  return { reading: false, count: 0, seen: idsOf(messages), sinceMs };
}

/** @param event `messages` is all of them, in the room's order. */
export function step(unread: Unread, { type, messages }: UnreadEvent): Unread {
  if (type === 'away') return unread.reading ? caughtUp(messages, unread.sinceMs) : unread;
  const reading = type === 'reading' || unread.reading;
  // What stands above something that was seen is history that was fetched.
  const seenUntil = messages.findLastIndex(({ id, state }) => unread.seen.has(id) && state !== 'sending');
  const fresh = messages
    .slice(seenUntil + 1)
    .filter(({ own, state, sentAtMs }) => !own && state === 'sent' && sentAtMs >= unread.sinceMs);
  if (reading) {
    const first = type === 'reading' ? fresh[0]?.id : unread.first;
    return { ...caughtUp(messages, unread.sinceMs), reading, ...(first === undefined ? {} : { first }) };
  }
  const first = fresh[0]?.id;
  const { seen, sinceMs } = unread;
  return { reading, count: fresh.length, seen, sinceMs, ...(first === undefined ? {} : { first }) };
}

function idsOf(messages: readonly Message[]): Set<string> {
  return new Set(messages.map(({ id }) => id));
}
