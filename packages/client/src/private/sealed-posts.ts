import type { MemberId } from '@earshot/protocol';
import type { DataLine } from '../data/data-line.ts';
import type { Seats } from '../data/topics.ts';
import type { LivePosts } from './live-posts.ts';

/** Bytes that fit into one post of an encrypted room; see `limits.dataBytes` for others. */
export const sealedDataBytes = 16_000;

/** What applications and files send over, sealed or not. */
export type Posts = Pick<DataLine, 'post' | 'loose' | 'queuedBytes'>;

interface SealedPostsOptions {
  line: Posts;
  seats: Seats;
  live: Pick<LivePosts, 'seal'>;
}

/** A line on which every post is sealed before it goes out. */
export class SealedPosts implements Posts {
  readonly #options: SealedPostsOptions;
  #sealingBytes = 0;

  constructor(options: SealedPostsOptions) {
    this.#options = options;
  }

  get queuedBytes(): number {
    return this.#options.line.queuedBytes + this.#sealingBytes;
  }

  async post(topic: string, content: Uint8Array, to: readonly number[] | null = null): Promise<void> {
    const { line, live } = this.#options;
    this.#sealingBytes += content.length;
    let sealed: Uint8Array;
    try {
      sealed = await live.seal(topic, content, { to: this.#members(to), reliable: true });
    } finally {
      this.#sealingBytes -= content.length;
    }
    await line.post(topic, sealed, to);
  }

  loose(topic: string, content: Uint8Array, to: readonly number[] | null = null): void {
    const { line, live } = this.#options;
    // It may get lost: also where it cannot be sealed.
    live.seal(topic, content, { to: this.#members(to), reliable: false }).then(
      (sealed) => line.loose(topic, sealed, to),
      () => {},
    );
  }

  #members(to: readonly number[] | null): MemberId[] | null {
    return to?.flatMap((seat) => this.#options.seats.idAt(seat) ?? []) ?? null;
  }
}
