import { limits, type Member, type MemberId } from '@earshot/protocol';
import type { Incoming } from './data-line.ts';
import type { Seats } from './topics.ts';

/** Seats of people who have left are remembered for what of theirs is still on its way. */
const maxSeats = 1_000;

/**
 * Knows whose post it is. Posts and the news of who came in may take different paths: those of somebody of
 * whom nothing is known yet wait until it is.
 */
export class SeatBook implements Seats {
  readonly #ids = new Map<number, MemberId>();
  readonly #seats = new Map<MemberId, number>();
  readonly #give: (post: Incoming, from: MemberId) => void;
  #early: Incoming[] = [];
  #earlyBytes = 0;

  constructor(give: (post: Incoming, from: MemberId) => void) {
    this.#give = give;
  }

  idAt(seat: number): MemberId | undefined {
    return this.#ids.get(seat);
  }

  seatOf(id: MemberId): number | undefined {
    return this.#seats.get(id);
  }

  add({ id, seat }: Pick<Member, 'id' | 'seat'>): void {
    this.#ids.set(seat, id);
    this.#seats.set(id, seat);
    if (this.#ids.size > maxSeats) this.#forgetOne();
    const early = this.#early;
    this.#early = [];
    this.#earlyBytes = 0;
    for (const post of early) this.take(post);
  }

  remove(id: MemberId): void {
    this.#seats.delete(id);
  }

  /** Gives a post on, or keeps it until it is known who sat there. */
  take(post: Incoming): void {
    const from = this.#ids.get(post.from as number);
    if (from !== undefined) this.#give(post, from);
    else {
      this.#early.push(post);
      this.#earlyBytes += cost(post);
      // Whose news never comes must not stand in the way of those whose news is on its way.
      while (this.#earlyBytes > limits.dataWindowBytes) this.#earlyBytes -= cost(this.#early.shift());
    }
  }

  /** Lets go of the seat that has been known longest of those whose people are gone. */
  #forgetOne(): void {
    for (const [seat, id] of this.#ids) {
      if (this.#seats.get(id) === seat) continue;
      this.#ids.delete(seat);
      return;
    }
  }
}

function cost(post: Incoming | undefined): number {
  return post ? post.content.length + 64 : 0;
}
