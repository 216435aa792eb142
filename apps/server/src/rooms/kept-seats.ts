import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import type { Member } from './member.ts';

interface KeptSeat {
  cancel: CancelTimer;
  giveUp(): void;
}

/** The seats of all members whose connection is lost, each for `limits.seatKeptMs`. */
export class KeptSeats {
  readonly #clock: Clock;
  readonly #seats = new Map<Member, KeptSeat>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `giveUp` when the time is over, or earlier where too many are kept: the oldest goes first. */
  keep(member: Member, giveUp: () => void): void {
    const end = () => {
      this.forget(member);
      giveUp();
    };
    this.#seats.set(member, { cancel: this.#clock.after(limits.seatKeptMs, end), giveUp: end });
    if (this.#seats.size <= limits.keptSeats) return;
    const [oldest] = this.#seats.values();
    oldest?.giveUp();
  }

  /**
   * Its holder is on their way back: the time stands still.
   * @returns for when they did not arrive: the time begins anew
   */
  hold(member: Member): () => void {
    const seat = this.#seats.get(member);
    this.forget(member);
    return () => {
      if (seat && !this.#seats.has(member)) this.keep(member, seat.giveUp);
    };
  }

  /** They are back, or gone for good. */
  forget(member: Member): void {
    this.#seats.get(member)?.cancel();
    this.#seats.delete(member);
  }
}
