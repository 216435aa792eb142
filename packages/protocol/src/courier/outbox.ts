import { RpcError } from '../errors.ts';
import { limits } from '../limits.ts';

/** A post that waits to be sent, or to be acknowledged. */
export interface Outgoing {
  readonly number: number;
  readonly body: Uint8Array;
  /** Whose it is, where a bound is shared out. */
  readonly owner: unknown;
  /** How many members it goes to, where the sender is held to their number. */
  readonly sends: number;
}

/** What may be known of a post beside its bytes. */
export type PostDetails = Partial<Pick<Outgoing, 'owner' | 'sends'>>;

/**
 * Numbers posts 1, 2, 3… and keeps each until it is acknowledged, so that it can be sent again over another
 * path. Bounded by `dataQueuePosts` and `dataQueueBytes`. No clock and no path in here.
 */
export class Outbox {
  readonly #posts: Outgoing[] = [];
  readonly #byOwner = new Map<unknown, { readonly posts: number; readonly bytes: number }>();
  #lastNumber = 0;
  #acknowledged = 0;
  #bytes = 0;
  /** How many of `#posts` have been sent over the path in use. */
  #sent = 0;
  #sentBytes = 0;

  get acknowledged(): number {
    return this.#acknowledged;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Whether something was sent and not acknowledged yet. */
  get waits(): boolean {
    return this.#sent > 0;
  }

  get posts(): number {
    return this.#posts.length;
  }

  /** What waits to be sent or acknowledged of one owner. */
  of(owner: unknown): { readonly posts: number; readonly bytes: number } {
    return this.#byOwner.get(owner) ?? { posts: 0, bytes: 0 };
  }

  /** @throws RpcError `queue_full` */
  add(body: Uint8Array, { owner, sends = 0 }: PostDetails = {}): number {
    if (
      this.#posts.length >= limits.dataQueuePosts ||
      this.#bytes + body.length > limits.dataQueueBytes ||
      this.#lastNumber === 0xff_ff_ff_ff
    ) {
      throw new RpcError('queue_full');
    }
    this.#lastNumber += 1;
    this.#posts.push({ number: this.#lastNumber, body, owner, sends });
    this.#count(owner, 1, body.length);
    return this.#lastNumber;
  }

  /** The next post to send, while the window (`dataWindowPosts`, `dataWindowBytes`) has room for it. */
  peek(): Outgoing | undefined {
    const next = this.#posts[this.#sent];
    if (!next || this.#sent >= limits.dataWindowPosts) return undefined;
    const fits = this.#sent === 0 || this.#sentBytes + next.body.length <= limits.dataWindowBytes;
    return fits ? next : undefined;
  }

  /** The post that `peek` showed is on its way. */
  markSent(): void {
    this.#sentBytes += this.#posts[this.#sent]?.body.length ?? 0;
    this.#sent += 1;
  }

  /** Everything unacknowledged has to be sent again, in its order. */
  rewind(): void {
    this.#sent = 0;
    this.#sentBytes = 0;
  }

  /**
   * Lets go of everything up to `number`. What was never sent cannot be acknowledged: such a number says nothing.
   * @returns whether that was news.
   */
  acknowledge(number: number): boolean {
    if (number <= this.#acknowledged || number > this.#lastNumber) return false;
    const count = number - this.#acknowledged;
    for (const { body, owner } of this.#posts.splice(0, count)) {
      this.#count(owner, -1, -body.length);
      if (this.#sent === 0) continue;
      this.#sent -= 1;
      this.#sentBytes -= body.length;
    }
    this.#acknowledged = number;
    return true;
  }

  clear(): void {
    this.#posts.length = 0;
    this.#byOwner.clear();
    this.#bytes = 0;
    this.rewind();
  }

  #count(owner: unknown, posts: number, bytes: number): void {
    this.#bytes += bytes;
    const before = this.of(owner);
    const left = { posts: before.posts + posts, bytes: before.bytes + bytes };
    if (left.posts > 0) this.#byOwner.set(owner, left);
    else this.#byOwner.delete(owner);
  }
}
