import { randomBytes } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import { type ActionEntry, type LoggedAction, limits, type Person } from '@earshot/protocol';
import type { Logger } from 'pino';
import type { ActionStore } from '../../store/store.ts';

interface ActionLogOptions {
  room: string;
  /** Undefined in a room that nobody owns: its log ends with it. */
  store: ActionStore | undefined;
  clock: Clock;
  log: Logger;
  onEntry(entry: ActionEntry): void;
}

export interface NewAction {
  by: Person;
  action: LoggedAction;
  on?: Person | undefined;
  detail?: string | undefined;
}

/** Whether only owner and moderators are to know of it. */
export function isForHosts({ action, detail }: Pick<ActionEntry, 'action' | 'detail'>): boolean {
  return action === 'shadowMute' || action === 'shadowUnmute' || detail === hostsOnly;
}

/** The detail of what was done to somebody whom only hosts hear and read. */
export const hostsOnly = 'shadowMuted';

/** What was done in a room to keep order, for its members to read; some of it for hosts alone. */
export class ActionLog {
  readonly #options: ActionLogOptions;
  /** Where there is no store; the oldest first. */
  readonly #entries: ActionEntry[] = [];

  constructor(options: ActionLogOptions) {
    this.#options = options;
  }

  /** What is done is done: a line that cannot be written does not undo it. */
  async add({ by, action, on, detail }: NewAction): Promise<void> {
    const { room, store, clock, log, onEntry } = this.#options;
    const id = randomBytes(12).toString('base64url');
    const more = { ...(on && { on }), ...(detail !== undefined && { detail }) };
    const entry: ActionEntry = { id, atMs: clock.wallMs(), by, action, ...more };
    onEntry(entry);
    if (!store) {
      this.#entries.push(entry);
      if (this.#entries.length > limits.actionLogEntries) this.#entries.shift();
      return;
    }
    await store.add(room, entry).catch((err: unknown) => log.warn({ err }, 'an action was not written down'));
  }

  /**
   * The newest first, those older than the entry `before` or all; what is for hosts, for them alone.
   * @throws RpcError `storage_failed`
   */
  async page(
    before: string | undefined,
    { forHosts }: { forHosts: boolean },
  ): Promise<{ entries: ActionEntry[]; hasOlder: boolean }> {
    const limit = limits.actionPageEntries;
    const entries: ActionEntry[] = [];
    // One more than is told says whether there are more.
    for (let from = before, ended = false; !ended && entries.length <= limit; ) {
      const found = await this.#read(from, limit + 1);
      entries.push(...found.filter((entry) => forHosts || !isForHosts(entry)));
      from = found.at(-1)?.id;
      ended = found.length <= limit;
    }
    return { entries: entries.slice(0, limit), hasOlder: entries.length > limit };
  }

  async #read(before: string | undefined, limit: number): Promise<ActionEntry[]> {
    const { room, store } = this.#options;
    if (store) return store.page(room, before, limit);
    const end =
      before === undefined ? this.#entries.length : this.#entries.findIndex(({ id }) => id === before);
    return this.#entries.slice(0, Math.max(0, end)).toReversed().slice(0, limit);
  }
}
