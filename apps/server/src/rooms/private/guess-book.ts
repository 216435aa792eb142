import type { Clock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { Ledger } from '../../guard/ledger.ts';

/** How far back wrong answers make the next ones harder. */
const countedMs = 60_000;

/**
 * Counts wrong answers to private rooms, by room and by address prefix, so that guessing ends early: each
 * answer costs the more work the more were wrong within the last minute, and beyond a number none is looked at
 * any more. What is counted is bounded as in every ledger.
 */
export class GuessBook {
  readonly #clock: Clock;
  readonly #byRoom: Ledger;
  readonly #byPrefix: Ledger;
  /** When the last wrong answers came, the oldest first: so many as still change something. */
  readonly #recent = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
    const ledger = (most: () => number, perSecond: () => number) =>
      new Ledger({ clock, budget: () => ({ free: most(), most: most(), perSecond: perSecond() }) });
    this.#byRoom = ledger(
      () => limits.wrongProofsPerRoom,
      () => limits.wrongProofsPerRoomPerSecond,
    );
    this.#byPrefix = ledger(
      () => limits.wrongProofsPerPrefix,
      () => limits.wrongProofsPerPrefixPerSecond,
    );
  }

  /** How long until an answer from there is looked at; 0 where it is now. */
  waitMs(room: string, prefix: string): number {
    return Math.max(this.#byRoom.waitMs(room), this.#byPrefix.waitMs(`${room} ${prefix}`));
  }

  /** The work before the next answer: leading zero bits. */
  bits(room: string): number {
    const sinceMs = this.#clock.nowMs() - countedMs;
    const recent = this.#recent.get(room)?.filter((atMs) => atMs > sinceMs) ?? [];
    if (recent.length === 0) this.#recent.delete(room);
    const more = Math.floor(recent.length / limits.wrongProofsPerBit);
    return Math.min(limits.challengeBitsMost, limits.challengeBitsLeast + more);
  }

  /** An answer is looked at: it counts as wrong, so that many at once are not more than one after the other. */
  guessed(room: string, prefix: string): void {
    this.#byRoom.charge(room);
    this.#byPrefix.charge(`${room} ${prefix}`);
  }

  /** It was right. */
  forgive(room: string, prefix: string): void {
    this.#byRoom.charge(room, -1);
    this.#byPrefix.charge(`${room} ${prefix}`, -1);
  }

  /** It was wrong. */
  missed(room: string): void {
    const recent = this.#recent.get(room) ?? [];
    this.#recent.delete(room);
    const most = (limits.challengeBitsMost - limits.challengeBitsLeast) * limits.wrongProofsPerBit;
    this.#recent.set(room, [...recent, this.#clock.nowMs()].slice(-Math.max(1, most)));
    const [quietest] = this.#recent.keys();
    if (this.#recent.size > limits.accountsCounted && quietest !== undefined) this.#recent.delete(quietest);
  }
}
