/** RFC 6464 level up to which (as loud as which) somebody talks rather than breathes: -50 dBov. */
const talkLevel = 50;
/** Between two words people still talk. */
const pauseMs = 1_500;

/** Who talks in a room, from the levels that it tells its members. */
export class Talkers {
  readonly #heardAtMs = new Map<number, number>();

  /** @param levels seats and RFC 6464 levels in turns, as in the notification. @returns whether anybody talks */
  heard(levels: readonly number[], nowMs: number): boolean {
    let talk = false;
    for (let index = 0; index + 1 < levels.length; index += 2) {
      const [seat = 0, level = 127] = [levels[index], levels[index + 1]];
      if (level > talkLevel) continue;
      this.#heardAtMs.set(seat, nowMs);
      talk = true;
    }
    return talk;
  }

  /** Whether the one on this seat talks now. */
  has(seat: number, nowMs: number): boolean {
    return nowMs - (this.#heardAtMs.get(seat) ?? Number.NEGATIVE_INFINITY) <= pauseMs;
  }

  /** How many talk now. Forgets those who do not, so that it holds no more than talked of late. */
  count(nowMs: number): number {
    for (const [seat, atMs] of this.#heardAtMs) {
      if (nowMs - atMs > pauseMs) this.#heardAtMs.delete(seat);
    }
    return this.#heardAtMs.size;
  }
}
