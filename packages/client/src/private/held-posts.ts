import { limits, type MemberId } from '@earshot/protocol';

export interface HeldPost {
  readonly topic: string;
  readonly content: Uint8Array;
  give(bytes: Uint8Array): void;
  /** How often it was held before: its key was said to be there, and was not. */
  readonly tries: number;
}

/** What waits for a key that never comes is let go some time; else its sender would be asked for it for ever. */
const maxTries = 8;

/** Posts that came before the key that opens them. Beyond `limits.dataQueueBytes` of them the oldest are dropped. */
export class HeldPosts {
  #posts: { readonly from: MemberId; readonly post: HeldPost }[] = [];
  #bytes = 0;

  /** @returns whether it is held */
  hold(from: MemberId, post: HeldPost): boolean {
    if (post.tries >= maxTries) return false;
    this.#posts.push({ from, post });
    this.#bytes += cost(post);
    while (this.#bytes > limits.dataQueueBytes) {
      const oldest = this.#posts.shift();
      if (!oldest) break;
      this.#bytes -= cost(oldest.post);
    }
    return true;
  }

  /** Those of one member, in their order; they are held no longer. */
  take(id: MemberId): HeldPost[] {
    const taken = this.#posts.filter(({ from }) => from === id).map(({ post }) => post);
    this.drop(id);
    return taken;
  }

  drop(id: MemberId): void {
    this.#posts = this.#posts.filter(({ from }) => from !== id);
    this.#bytes = this.#posts.reduce((sum, { post }) => sum + cost(post), 0);
  }
}

function cost({ content }: HeldPost): number {
  return content.length + 64;
}
