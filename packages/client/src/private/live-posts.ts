import type { MemberCard, SigningKey } from '@earshot/crypto';
import type { MemberId } from '@earshot/protocol';
import { SerialLine } from '../serial-line.ts';
import { type HeldPost, HeldPosts } from './held-posts.ts';
import type { KeyExchange } from './key-exchange.ts';
import { LiveSeal } from './live-seal.ts';

interface LivePostsOptions {
  roomId: Uint8Array<ArrayBuffer>;
  signingKey: SigningKey;
  exchange: Pick<KeyExchange, 'used' | 'shared' | 'keyOf' | 'mayCome' | 'missing'>;
  cardOf(id: MemberId): MemberCard | undefined;
  /** Resolves when everything that has happened by now is taken in. */
  settled(): Promise<void>;
  /** Does something after everything else. */
  run(task: () => Promise<void>): void;
}

/** What members send each other while they are there: sealed on its way out, opened on its way in, in its order. */
export class LivePosts {
  readonly #options: LivePostsOptions;
  readonly #seal: LiveSeal;
  readonly #held = new HeldPosts();
  readonly #sealing = new SerialLine();

  constructor(options: LivePostsOptions) {
    this.#options = options;
    this.#seal = new LiveSeal(options);
  }

  /**
   * Seals a post, for everybody (null) or some. A reliable one waits until they all have the key; resolves in
   * the order of the calls.
   */
  async seal(
    topic: string,
    bytes: Uint8Array,
    { to, reliable }: { to: readonly MemberId[] | null; reliable: boolean },
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { exchange, settled } = this.#options;
    if (!reliable) return this.#seal.seal(exchange.used, topic, bytes);
    return this.#sealing.run(async () => {
      // Whoever has just come in is known to the exchange by then.
      await settled();
      await exchange.shared(to);
      return this.#seal.seal(exchange.used, topic, bytes);
    });
  }

  /** Opens a post, and gives what is in it on; in the order in which they came. What cannot be opened is dropped. */
  open(
    from: MemberId,
    post: { topic: string; content: Uint8Array },
    give: (bytes: Uint8Array) => void,
  ): void {
    this.#options.run(() => this.#open(from, { ...post, give, tries: 0 }));
  }

  /** A key has come that some may have waited for. */
  keyCame(from: MemberId): void {
    for (const post of this.#held.take(from)) {
      this.#options.run(() => this.#open(from, { ...post, tries: post.tries + 1 }));
    }
  }

  /** Somebody left: what of theirs waits for a key waits for nothing. */
  drop(from: MemberId): void {
    this.#held.drop(from);
  }

  async #open(from: MemberId, post: HeldPost): Promise<void> {
    const { exchange, cardOf } = this.#options;
    const card = cardOf(from);
    if (!card) return;
    const { topic, content } = post;
    const name = this.#seal.nameOf(content);
    const baseKey = exchange.keyOf(from, name);
    if (baseKey) {
      post.give(await this.#seal.open(content, { baseKey, topic, from: card.signingKey }));
      return;
    }
    if (!exchange.mayCome(from, name)) return;
    if (this.#held.hold(from, post)) await exchange.missing(from);
  }
}
