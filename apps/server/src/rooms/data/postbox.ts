import { type Clock, TokenBucket } from '@earshot/lifetime';
import {
  type CloseName,
  Courier,
  limits,
  type PathName,
  PostUp,
  RpcError,
  readContent,
  writeContent,
} from '@earshot/protocol';

/** Takes one post of a member. @throws RpcError why it is refused */
export type Take = (post: PostUp, how: { number: number } | 'loose') => void;

export interface PostboxOptions {
  clock: Clock;
  transmit(path: PathName, packet: Uint8Array<ArrayBuffer>): void;
  take: Take;
  /** The member sends too much, or nonsense, or does not read. */
  onBad(name: CloseName): void;
}

/** What the posts that reach a member look like, encoded once however many members they go to. */
export function postDown(topic: string, from: number | null, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeContent([topic, from, content]);
}

/** Posts and loose ones make work for the server; what couriers say to each other has to come through. */
const carriesPost = ([kind]: Uint8Array): boolean => kind === 1 || kind === 2;

/** One member's end of all data: a courier, and what a member may cost the others. */
export class Postbox {
  readonly #options: PostboxOptions;
  readonly #courier: Courier;
  readonly #posts: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #signs: TokenBucket;
  readonly #sends: TokenBucket;
  #delivered = 0;
  /** How many more packets were refused than taken. */
  #refused = 0;
  /** Whether anything ever came: a client of an earlier version knows nothing of all this. */
  #heard = false;
  #closed = false;

  constructor(options: PostboxOptions) {
    const { clock } = options;
    this.#options = options;
    this.#posts = new TokenBucket({
      perSecond: limits.dataPostsPerSecond,
      burst: limits.dataPostBurst,
      clock,
    });
    this.#bytes = new TokenBucket({
      perSecond: limits.dataBytesPerSecond,
      burst: limits.dataBurstBytes,
      clock,
    });
    this.#sends = new TokenBucket({
      perSecond: limits.dataSendsPerSecond,
      burst: limits.dataSendBurst,
      clock,
    });
    this.#signs = new TokenBucket({ perSecond: limits.signsPerSecond, burst: limits.signBurst, clock });
    this.#courier = new Courier({
      clock,
      transmit: options.transmit,
      deliver: (body) => {
        this.#delivered += 1;
        options.take(readContent(PostUp, body), { number: this.#delivered });
      },
      deliverLoose: (body) => options.take(readContent(PostUp, body), 'loose'),
    });
    this.#courier.opened('web_socket');
  }

  /**
   * Takes a packet of the member. What is beyond the rate is dropped before anything is done for it, and the
   * member's courier sends it again.
   * @throws RpcError `rate_limited`, `malformed_data`, and why a post was refused
   */
  receive(path: PathName, packet: Uint8Array): void {
    if (this.#closed) return;
    if (!this.#posts.take() || !this.#bytes.take(packet.length)) {
      this.#strike('flooded');
      throw new RpcError('rate_limited');
    }
    // No strike: it costs nothing, and what the network held up may come all at once.
    if (carriesPost(packet) && !this.#sends.take(0)) throw new RpcError('rate_limited');
    this.#heard = true;
    try {
      this.#courier.receive(path, packet);
      this.#refused = Math.max(0, this.#refused - 1);
    } catch (error) {
      this.#strike('malformed');
      throw error;
    }
  }

  /**
   * Passes on a post of another member. Each sender has a share of the queue, so that nobody can have
   * somebody else thrown out for being slow.
   * @throws RpcError `receiver_slow`
   */
  relay(body: Uint8Array, sender: unknown): void {
    const courier = this.#courier;
    const share = courier.queuedOf(sender);
    const tooMuch =
      share.bytes + body.length > limits.dataShareBytes ||
      courier.queuedBytes() + body.length > limits.dataQueueBytes / 2;
    const tooMany =
      share.posts >= limits.dataSharePosts || courier.queuedPosts() >= limits.dataQueuePosts / 2;
    if (tooMuch || tooMany) throw new RpcError('receiver_slow');
    this.#post(body, sender);
  }

  /** Tells the member something of the server's own. Who does not read it has missed what cannot be missed. */
  tell(body: Uint8Array): void {
    try {
      this.#post(body, undefined);
    } catch {
      if (this.#heard) this.#options.onBad('too_slow');
      else this.close();
    }
  }

  loose(body: Uint8Array): void {
    this.#courier.loose(body);
  }

  /** A post of the member went to so many others. Those to come wait, or are lost, until that is made up for. */
  charge(receivers: number): void {
    this.#sends.draw(receivers);
  }

  /** @returns whether the member may show everybody one more reaction, or that they write. */
  takeSign(): boolean {
    return this.#signs.take();
  }

  channelOpened(): void {
    this.#courier.opened('data_channel');
  }

  channelClosed(): void {
    this.#courier.shut('data_channel');
  }

  close(): void {
    this.#closed = true;
    this.#courier.close();
  }

  #post(body: Uint8Array, owner: unknown): void {
    try {
      if (!this.#closed) this.#courier.post(body, { owner });
    } catch (cause) {
      throw new RpcError('receiver_slow', { cause });
    }
  }

  #strike(name: CloseName): void {
    this.#refused += 1;
    if (this.#refused >= limits.refusedFramesBeforeClose) this.#options.onBad(name);
  }
}
