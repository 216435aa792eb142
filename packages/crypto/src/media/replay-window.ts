import { privateLimits } from '../limits.ts';

const size = BigInt(privateLimits.replayWindow);
const mask = (1n << size) - 1n;

/** Which of the newest 128 counters of a stream have been seen (as in RFC 4303, section 3.4.3). */
export class ReplayWindow {
  /** The newest counter that was seen. */
  #newest = -1n;
  /** Bit n stands for the counter n before the newest. */
  #seen = 0n;

  /** Whether a counter is new, and not so old that nobody remembers. */
  accepts(counter: bigint): boolean {
    const behind = this.#newest - counter;
    if (behind < 0n) return true;
    return behind < size && ((this.#seen >> behind) & 1n) === 0n;
  }

  /** To be called once a frame has proved to be real: a forged one must not push the window on. */
  mark(counter: bigint): void {
    const ahead = counter - this.#newest;
    if (ahead > 0n) {
      this.#seen = ahead >= size ? 1n : ((this.#seen << ahead) | 1n) & mask;
      this.#newest = counter;
    } else {
      this.#seen |= 1n << -ahead;
    }
  }
}
