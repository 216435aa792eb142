import { type CancelTimer, type Clock, Emitter } from '@earshot/lifetime';
import { limits, type RoomListing, type RoomsPage, type RoomsQuery } from '@earshot/protocol';
import { ChangeLog, type FeedEvent } from './change-log.ts';
import { Directory, type Facts } from './directory.ts';

/** Somewhere that may be listed. */
export interface Place {
  readonly name: string;
  /** What is to be said about it now; undefined: nothing. */
  facts(nowMs: number): Facts | undefined;
}

/** So many places are looked at before others in this process have their turn. */
const placesPerTurn = 50;

/**
 * The public square: looks, in rounds, at the places where something has happened, lists them, and tells those who
 * watch. A place where somebody talks is looked at in each round, until they are silent; without anything new there
 * are no rounds.
 */
export class Square {
  readonly events = new Emitter<{ told: [FeedEvent] }>();
  readonly directory = new Directory();
  readonly #clock: Clock;
  readonly #log: ChangeLog;
  readonly #restless = new Map<string, Place>();
  #lastRoundMs = Number.NEGATIVE_INFINITY;
  #cancelTimer: CancelTimer | undefined;
  #closed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    // A later server counts on from here, unless one managed a thousand events a second.
    this.#log = new ChangeLog(clock.wallMs());
  }

  get version(): number {
    return this.#log.version;
  }

  /** Something happened there. Of two places with one name the later counts. */
  stirred(place: Place): void {
    this.#restless.set(place.name, place);
    this.#wait();
  }

  get(name: string): RoomListing | undefined {
    return this.directory.get(name);
  }

  page(query: RoomsQuery): RoomsPage {
    return { version: this.#log.version, ...this.directory.page(query) };
  }

  /** What was told after `version`; undefined where that is too long ago. */
  since(version: number): readonly FeedEvent[] | undefined {
    return this.#log.since(version);
  }

  close(): void {
    this.#closed = true;
    this.#cancelTimer?.();
    this.#restless.clear();
  }

  #wait(): void {
    if (this.#closed || this.#cancelTimer) return;
    const waitMs = Math.max(0, this.#lastRoundMs + limits.directoryRoundMs - this.#clock.nowMs());
    this.#cancelTimer = this.#clock.after(waitMs, () => {
      this.#lastRoundMs = this.#clock.nowMs();
      const round = [...this.#restless.values()];
      this.#restless.clear();
      this.#turn(round, 0);
    });
  }

  #turn(round: readonly Place[], from: number): void {
    for (const place of round.slice(from, from + placesPerTurn)) this.#look(place);
    const next = from + placesPerTurn;
    if (next < round.length) {
      this.#cancelTimer = this.#clock.after(0, () => this.#turn(round, next));
      return;
    }
    this.#cancelTimer = undefined;
    if (this.#log.pending) this.events.emit('told', this.#log.next(this.directory.size));
    if (this.#log.pending || this.#restless.size > 0) this.#wait();
  }

  #look(place: Place): void {
    // It may have stirred again meanwhile, or another one taken its name.
    if ((this.#restless.get(place.name) ?? place) !== place) return;
    const facts = place.facts(this.#clock.wallMs());
    if (!facts) {
      if (this.directory.delete(place.name)) this.#log.gone(place.name);
      return;
    }
    const { before, now } = this.directory.put(facts, this.#clock.wallMs());
    this.#log.changed(before, now);
    if (facts.talking > 0) this.#restless.set(place.name, place);
  }
}
