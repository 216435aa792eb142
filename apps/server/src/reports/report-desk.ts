import { randomBytes } from 'node:crypto';
import { type Clock, Emitter } from '@earshot/lifetime';
import { limits, type ReportParams, RpcError } from '@earshot/protocol';
import { Ledger } from '../guard/ledger.ts';
import type { Party } from '../guard/party.ts';
import type { Report } from '../store/report.ts';
import type { ReportStore } from '../store/store.ts';
import { Complaints } from './complaints.ts';

interface Somebody {
  readonly author: { readonly key: string; readonly name: string };
  readonly party: Party;
}

interface Filing {
  /** The room's name. */
  room: string;
  by: Somebody;
  on: Somebody;
  what: Omit<ReportParams, 'memberId'>;
  /** What was written lately, where the reporter agrees that it is passed on. */
  chat: Report['chat'];
}

/** Takes what people report, for the operator, and hides rooms that many have reported from the directory. */
export class ReportDesk {
  readonly events = new Emitter<{ hidden: [room: string] }>();
  readonly #store: ReportStore;
  readonly #clock: Clock;
  readonly #byKey: Ledger;
  readonly #byPrefix: Ledger;
  readonly #complaints: Complaints;

  constructor({ store, clock }: { store: ReportStore; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
    const ledger = (most: () => number) =>
      new Ledger({
        clock,
        budget: () => ({ free: most(), most: most(), perSecond: limits.reportsPerSecond }),
      });
    this.#byKey = ledger(() => limits.reportsPerKey);
    this.#byPrefix = ledger(() => limits.reportsPerPrefix);
    this.#complaints = new Complaints(clock);
  }

  /** Whether so many have reported people of this room that the directory does not show it. */
  hides(room: string): boolean {
    return this.#complaints.against(room) >= limits.reportsBeforeHiding;
  }

  /** How many different people have complained about this room lately; of many, as many as hide it. */
  complaints(room: string): number {
    return this.#complaints.against(room);
  }

  /** @throws RpcError `rate_limited`, `storage_failed` */
  async file({ room, by, on, what, chat }: Filing): Promise<void> {
    this.#charge(by.party);
    const { reason, text = '' } = what;
    await this.#store.add({
      id: randomBytes(12).toString('base64url'),
      atMs: this.#clock.wallMs(),
      room,
      by: personOf(by),
      on: personOf(on),
      ...(on.party.prefix && { prefix: on.party.prefix }),
      reason: text.trim() === '' ? reason : `${reason}: ${text}`,
      chat: what.withChat ? chat : [],
    });
    const hidden = this.hides(room);
    this.#complaints.add(room, by.party);
    if (!hidden && this.hides(room)) this.events.emit('hidden', room);
  }

  #charge({ key, prefix }: Party): void {
    const waitMs = Math.max(this.#byPrefix.waitMs(prefix), key ? this.#byKey.waitMs(key) : 0);
    if (waitMs > 0) throw new RpcError('rate_limited', { retryAfterMs: waitMs });
    this.#byPrefix.charge(prefix);
    if (key) this.#byKey.charge(key);
  }
}

function personOf({ author: { key, name } }: Somebody): Report['by'] {
  return { ...(key && { key }), name };
}
