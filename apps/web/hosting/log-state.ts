import type { ActionEntry } from '@earshot/client';

/** More are not kept on a page; what is older can be fetched again. */
const mostEntries = 500;

/** As much of a room's log as is here, the newest first. */
export interface LogState {
  readonly entries: readonly ActionEntry[];
  readonly hasOlder: boolean;
  readonly loaded: boolean;
  readonly failed: boolean;
}

export const noLog: LogState = { entries: [], hasOlder: false, loaded: false, failed: false };

/** Something was just done. */
export function atEnd(log: LogState, entry: ActionEntry): LogState {
  if (log.entries.some(({ id }) => id === entry.id)) return log;
  const entries = [entry, ...log.entries].slice(0, mostEntries);
  return { ...log, entries, hasOlder: log.hasOlder || log.entries.length === mostEntries };
}

/** A page came: what is in it and was heard of meanwhile stands there once. */
export function withPage(
  log: LogState,
  page: { entries: readonly ActionEntry[]; hasOlder: boolean },
): LogState {
  const known = new Set(log.entries.map(({ id }) => id));
  const entries = [...log.entries, ...page.entries.filter(({ id }) => !known.has(id))];
  return { entries, hasOlder: page.hasOlder, loaded: true, failed: false };
}
