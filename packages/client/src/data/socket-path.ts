import { type CancelTimer, type Clock, TokenBucket } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';

/** In JSON the bytes grow by a third, and the frame has to stay below `limits.frameBytes`. */
const frameBytes = 40_000;
/** Leaves most of `limits.framesPerSecond` to everything else. */
const framesPerSecond = 12;

interface SocketPathOptions {
  clock: Clock;
  send(packets: Uint8Array<ArrayBuffer>[]): Promise<unknown>;
}

/** Packets on their way over the WebSocket: as many in one request as fit, and one request after the other. */
export class SocketPath {
  readonly #options: SocketPathOptions;
  readonly #bucket: TokenBucket;
  readonly #waiting: Uint8Array<ArrayBuffer>[] = [];
  #waitingBytes = 0;
  #sending = false;
  #cancelWait: CancelTimer | undefined;
  #closed = false;

  constructor(options: SocketPathOptions) {
    this.#options = options;
    this.#bucket = new TokenBucket({
      perSecond: framesPerSecond,
      burst: framesPerSecond,
      clock: options.clock,
    });
  }

  /** A packet that finds too much waiting is lost; the courier sends again what must arrive. */
  add(packet: Uint8Array<ArrayBuffer>): void {
    if (this.#closed || this.#waitingBytes > 2 * limits.dataWindowBytes) return;
    this.#waiting.push(packet);
    this.#waitingBytes += packet.length;
    this.#sendOn();
  }

  close(): void {
    this.#closed = true;
    this.#cancelWait?.();
    this.#waiting.length = 0;
  }

  #sendOn(): void {
    if (this.#closed || this.#sending || this.#cancelWait || this.#waiting.length === 0) return;
    const waitMs = this.#bucket.waitMs();
    if (waitMs > 0) {
      this.#cancelWait = this.#options.clock.after(waitMs, () => {
        this.#cancelWait = undefined;
        this.#sendOn();
      });
      return;
    }
    this.#bucket.take();
    this.#sending = true;
    // In the next turn: what is queued in this one goes along.
    queueMicrotask(() => void this.#sendFrame());
  }

  async #sendFrame(): Promise<void> {
    const packets = this.#nextFrame();
    try {
      if (!this.#closed && packets.length > 0) await this.#options.send(packets);
    } catch {
      // Refused or lost: what was in it and must arrive is sent again.
    } finally {
      this.#sending = false;
      this.#sendOn();
    }
  }

  #nextFrame(): Uint8Array<ArrayBuffer>[] {
    const packets: Uint8Array<ArrayBuffer>[] = [];
    for (let bytes = 0; this.#waiting[0] && packets.length < limits.dataPacketsPerFrame; ) {
      bytes += this.#waiting[0].length;
      if (bytes > frameBytes && packets.length > 0) break;
      packets.push(this.#waiting.shift() as Uint8Array<ArrayBuffer>);
    }
    for (const { length } of packets) this.#waitingBytes -= length;
    return packets;
  }
}
