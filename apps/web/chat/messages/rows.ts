import type { Message } from '@earshot/client';

/** Messages of one person that follow each other within this time stand under one name. */
const groupMs = 5 * 60_000;

/** What stands in the list, from top to bottom. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly atMs: number }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'group'; readonly key: string; readonly messages: readonly [Message, ...Message[]] };

/**
 * Lays out messages under days and authors.
 * @param firstUnread the message above which the line "New" stands.
 * @param dayOf tells two days apart in the reader's own time zone.
 */
export function layOut(
  messages: readonly Message[],
  {
    firstUnread,
    dayOf = localDay,
  }: { firstUnread?: string | undefined; dayOf?: (atMs: number) => string } = {},
): Row[] {
  const rows: Row[] = [];
  let group: [Message, ...Message[]] | undefined;
  let day: string | undefined;
  for (const message of messages) {
    const its = dayOf(message.sentAtMs);
    if (its !== day) {
      rows.push({ kind: 'day', key: `day ${its}`, atMs: message.sentAtMs });
      day = its;
      group = undefined;
    }
    if (message.id === firstUnread) {
      rows.push({ kind: 'unread', key: 'unread' });
      group = undefined;
    }
    if (group && belongsTo(group, message)) {
      group.push(message);
    } else {
      group = [message];
      rows.push({ kind: 'group', key: message.id, messages: group });
    }
  }
  return rows;
}

function belongsTo(group: readonly [Message, ...Message[]], message: Message): boolean {
  const last = group.at(-1) ?? group[0];
  return (
    last.author.id === message.author.id &&
    // The same seat under a new name is somebody to look at again.
    last.author.name === message.author.name &&
    last.own === message.own &&
    message.sentAtMs - last.sentAtMs < groupMs
  );
}

function localDay(atMs: number): string {
  const date = new Date(atMs);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
