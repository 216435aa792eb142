import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, type MemberId } from '@earshot/protocol';
import type { Author } from '../chat/chat-author.ts';

interface NewcomersOptions {
  clock: Clock;
  /** The keys of those who have been here before for long enough. */
  regulars: Iterable<string>;
  /** Somebody has listened for long enough. */
  onDue(): void;
  /** Whoever holds this key is no newcomer any more. */
  onRegular(key: string): void;
}

interface Arrival {
  readonly key: string;
  /** By the clock's own time, what they listened before and came back left out. */
  readonly sinceMs: number;
  /** Whether they listen until their time is over. Else they are only known from then on. */
  listens: boolean;
}

const minuteMs = 60_000;

/**
 * Who came in for the first time and listens for as long as the owner wishes: of the time in the room that is, so
 * that coming back is of no use and leaving costs nothing.
 */
export class Newcomers {
  readonly #options: NewcomersOptions;
  readonly #regulars: Set<string>;
  readonly #here = new Map<MemberId, Arrival>();
  /** How long those were here who left before they were known; the one who left first comes first. */
  readonly #stayedMs = new Map<string, number>();
  #listenMs = 0;
  #cancelTimer: CancelTimer = () => {};

  constructor(options: NewcomersOptions) {
    this.#options = options;
    this.#regulars = new Set(options.regulars);
  }

  /** From now on newcomers listen for so long, those who do already included; 0: not at all. */
  listenFor(minutes: number): void {
    this.#listenMs = minutes * minuteMs;
    if (minutes === 0) for (const arrival of this.#here.values()) arrival.listens = false;
    this.#look();
  }

  arrived({ id, key }: Author): void {
    if (this.#regulars.has(key)) return;
    const sinceMs = this.#options.clock.nowMs() - (this.#stayedMs.get(key) ?? 0);
    this.#here.set(id, { key, sinceMs, listens: this.#listenMs > 0 });
    this.#look();
  }

  left({ id, key }: Author): void {
    const arrival = this.#here.get(id);
    if (!arrival) return;
    this.#here.delete(id);
    if (key) this.#remember(key, this.#options.clock.nowMs() - arrival.sinceMs);
    this.#look();
  }

  /** Until when they only listen, by the clock's own time; undefined: they do not. */
  listensUntilMs(id: MemberId): number | undefined {
    const arrival = this.#here.get(id);
    return arrival?.listens ? this.#dueMs(arrival) : undefined;
  }

  close(): void {
    this.#cancelTimer();
  }

  /** Where nobody has to listen people become known in their own time. */
  #dueMs({ sinceMs, listens }: Arrival): number {
    return sinceMs + (listens ? this.#listenMs : limits.regularAfterMs);
  }

  #look(): void {
    this.#cancelTimer();
    const due = [...this.#here.values()].map((arrival) => this.#dueMs(arrival));
    if (due.length === 0) return;
    const inMs = Math.max(0, Math.min(...due) - this.#options.clock.nowMs());
    this.#cancelTimer = this.#options.clock.after(inMs, () => this.#settle());
  }

  #settle(): void {
    const nowMs = this.#options.clock.nowMs();
    const due = [...this.#here].filter(([, arrival]) => this.#dueMs(arrival) <= nowMs);
    for (const [id, { key }] of due) {
      this.#here.delete(id);
      this.#know(key);
    }
    this.#look();
    if (due.some(([, { listens }]) => listens)) this.#options.onDue();
  }

  #know(key: string): void {
    if (key === '' || this.#regulars.has(key)) return;
    this.#regulars.add(key);
    this.#stayedMs.delete(key);
    const [first] = this.#regulars;
    if (this.#regulars.size > limits.roomRoles && first !== undefined) this.#regulars.delete(first);
    this.#options.onRegular(key);
  }

  #remember(key: string, stayedMs: number): void {
    if (this.#regulars.has(key)) return;
    this.#stayedMs.delete(key);
    this.#stayedMs.set(key, stayedMs);
    const [first] = this.#stayedMs.keys();
    if (this.#stayedMs.size > limits.roomRoles && first !== undefined) this.#stayedMs.delete(first);
  }
}
