import { type Clock, TokenBucket } from '@earshot/lifetime';
import { type CloseName, limits, RpcError } from '@earshot/protocol';

/** How a client behaves: how fast it sends, and how much of that has to be refused. */
export class Conduct {
  readonly #bucket: TokenBucket;
  readonly #streamChanges: TokenBucket;
  readonly #viewChanges: TokenBucket;
  readonly #profileChanges: TokenBucket;
  readonly #hostActions: TokenBucket;
  readonly #onBad: (name: CloseName) => void;
  #refused = 0;

  constructor(options: { clock: Clock; onBad: (name: CloseName) => void }) {
    this.#onBad = options.onBad;
    const { framesPerSecond: perSecond, frameBurst: burst } = limits;
    this.#bucket = new TokenBucket({ perSecond, burst, clock: options.clock });
    this.#streamChanges = new TokenBucket({
      perSecond: limits.streamChangesPerSecond,
      burst: limits.streamChangeBurst,
      clock: options.clock,
    });
    this.#viewChanges = new TokenBucket({
      perSecond: limits.viewChangesPerSecond,
      burst: limits.viewChangeBurst,
      clock: options.clock,
    });
    this.#profileChanges = new TokenBucket({
      perSecond: limits.profileChangesPerSecond,
      burst: limits.profileChangeBurst,
      clock: options.clock,
    });
    this.#hostActions = new TokenBucket({
      perSecond: limits.hostActionsPerSecond,
      burst: limits.hostActionBurst,
      clock: options.clock,
    });
  }

  /**
   * The member uses a power over others, or votes.
   * @throws RpcError `rate_limited`
   */
  host(): void {
    if (!this.#hostActions.take()) throw new RpcError('rate_limited');
  }

  /** @returns whether one more frame is within the rate. */
  take(): boolean {
    return this.#bucket.take();
  }

  /**
   * One more stream begins to be heard: that makes work for everyone in the room.
   * @throws RpcError `rate_limited`
   */
  changeStream(): void {
    if (!this.#streamChanges.take()) throw new RpcError('rate_limited');
  }

  /**
   * The member looks at something else: each picture that comes asks its sender for a key frame.
   * @throws RpcError `rate_limited`
   */
  changeViews(): void {
    if (!this.#viewChanges.take()) throw new RpcError('rate_limited');
  }

  /**
   * The member raises a hand or presents themselves anew: everyone is told.
   * @throws RpcError `rate_limited`
   */
  changeProfile(): void {
    if (!this.#profileChanges.take()) throw new RpcError('rate_limited');
  }

  /** One frame was as it should be: it makes up for one that was not, so that mistakes are forgiven. */
  good(): void {
    this.#refused = Math.max(0, this.#refused - 1);
  }

  /** One frame was refused. Only a few good ones between them do not hide a flood. */
  refused(name: CloseName): void {
    this.#refused += 1;
    if (this.#refused >= limits.refusedFramesBeforeClose) this.#onBad(name);
  }
}
