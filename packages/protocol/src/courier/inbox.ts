import { limits } from '../limits.ts';

/**
 * Takes posts in whatever order they come and gives them out once each, in the order of their numbers. What
 * lies too far ahead is not kept: it comes again. No clock and no path in here.
 */
export class Inbox {
  readonly #early = new Map<number, Uint8Array>();
  #earlyBytes = 0;
  #received = 0;

  /** The number of the last post that was given out. */
  get received(): number {
    return this.#received;
  }

  /** @returns what can be given out now; empty for a repetition, and for one before which others are missing. */
  take(number: number, body: Uint8Array): Uint8Array[] {
    if (number <= this.#received || this.#early.has(number)) return [];
    if (number !== this.#received + 1) {
      const near = number <= this.#received + limits.dataWindowPosts;
      if (near && this.#earlyBytes + body.length <= 2 * limits.dataWindowBytes) {
        // A copy: what is given here is often a view, and keeping it would keep the whole frame.
        this.#early.set(number, new Uint8Array(body));
        this.#earlyBytes += body.length;
      }
      return [];
    }
    const ready = [body];
    this.#received = number;
    for (let next = this.#early.get(number + 1); next; next = this.#early.get(this.#received + 1)) {
      this.#received += 1;
      this.#early.delete(this.#received);
      this.#earlyBytes -= next.length;
      ready.push(next);
    }
    return ready;
  }

  clear(): void {
    this.#early.clear();
    this.#earlyBytes = 0;
  }
}
