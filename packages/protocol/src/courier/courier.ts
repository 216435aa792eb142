import type { CancelTimer, Clock } from '@earshot/lifetime';
import { RpcError } from '../errors.ts';
import { limits } from '../limits.ts';
import { Inbox } from './inbox.ts';
import { Outbox, type PostDetails } from './outbox.ts';
import { Pace, type Rates } from './pace.ts';
import { type Packet, readPacket, writePacket } from './packet.ts';
import { PathChoice, type PathName } from './path-choice.ts';

export interface CourierOptions {
  clock: Clock;
  /** Hands a packet to a path. Must not throw; what does not arrive is sent again. */
  transmit(path: PathName, packet: Uint8Array<ArrayBuffer>): void;
  /** Takes each post of the other side, once and in order. @throws RpcError: it came, but is refused */
  deliver(body: Uint8Array): void;
  /** Takes what may also be lost, doubled or out of order. */
  deliverLoose(body: Uint8Array): void;
  /** The path that posts take has changed. */
  onPath?(path: PathName | 'none'): void;
  /** The other side has taken everything up to this number. */
  onAcknowledged?(number: number): void;
  /** Keeps what is sent within these rates: for the side that is held to them. */
  pace?: Rates;
}

/** An acknowledgement that nothing carries along is sent by itself after this time, or this many bytes. */
const acknowledgeAfterMs = limits.dataAcknowledgeWithinMs / 2;
const acknowledgeAfterBytes = limits.dataWindowBytes / 8;
/** Whoever acknowledges nothing is sent everything again ever more rarely: an older client never will. */
const mostPatienceMs = 64_000;

/**
 * Carries posts exactly once and in order over two paths, of which either may be cut at any time. Both the
 * server and the client stand on it: what one numbers, keeps and repeats, the other orders, doubles out and
 * acknowledges. A data channel is used once an echo has come back over it, and left when it closes or when
 * nothing is acknowledged for `dataStallMs`; everything unacknowledged then goes over the WebSocket.
 */
export class Courier {
  readonly #options: CourierOptions;
  readonly #outbox = new Outbox();
  readonly #inbox = new Inbox();
  readonly #paths: PathChoice;
  readonly #pace: Pace | undefined;
  /** Where the last post came from. */
  #cameOver: PathName = 'web_socket';
  #unacknowledgedBytes = 0;
  #patienceMs: number = limits.dataStallMs;
  #cancelAcknowledging: CancelTimer | undefined;
  #cancelWatching: CancelTimer | undefined;
  #cancelPacing: CancelTimer | undefined;
  #closed = false;

  constructor(options: CourierOptions) {
    const { pace, clock } = options;
    this.#options = options;
    this.#pace = pace && new Pace({ rates: pace, clock });
    this.#paths = new PathChoice({
      clock,
      probe: (token) => this.#transmit('data_channel', { kind: 'probe', token }),
      onChoice: (path, before) => this.#turned(path, before),
    });
  }

  get path(): PathName | 'none' {
    return this.#paths.path;
  }

  /** Bytes that wait to be sent or acknowledged. */
  queuedBytes(): number {
    return this.#outbox.bytes;
  }

  /** Posts that wait to be sent or acknowledged. */
  queuedPosts(): number {
    return this.#outbox.posts;
  }

  /** What of that is one owner's. */
  queuedOf(owner: unknown): { readonly posts: number; readonly bytes: number } {
    return this.#outbox.of(owner);
  }

  /**
   * Queues a post. It is sent as soon as there is a path with room.
   * @returns its number. @throws RpcError `queue_full`, `connection_lost` once closed
   */
  post(body: Uint8Array, details?: PostDetails): number {
    if (this.#closed) throw new RpcError('connection_lost');
    const number = this.#outbox.add(body, details);
    this.#pump();
    return number;
  }

  /** Sends once, or not at all. */
  loose(body: Uint8Array, { sends = 0 }: Pick<PostDetails, 'sends'> = {}): void {
    if (this.#closed || this.path === 'none') return;
    if (this.#pace && !this.#pace.take({ bytes: body.length, sends })) return;
    this.#transmit(this.path, { kind: 'loose', body });
  }

  /** A path can be tried from now on. The WebSocket needs no proof: whatever speaks of it came over it. */
  opened(path: PathName): void {
    if (!this.#closed) this.#paths.opened(path);
  }

  shut(path: PathName): void {
    if (!this.#closed) this.#paths.shut(path);
  }

  /** Takes a packet that came over a path. @throws RpcError `malformed_data`; what `deliver` throws. */
  receive(path: PathName, bytes: Uint8Array): void {
    if (this.#closed) return;
    const packet = readPacket(bytes);
    switch (packet.kind) {
      case 'ack':
        this.#acknowledged(packet.received);
        break;
      case 'post':
        this.#cameOver = path;
        this.#take(packet);
        break;
      case 'loose':
        this.#options.deliverLoose(packet.body);
        break;
      case 'probe':
        this.#answer({ kind: 'echo', token: packet.token }, 'web_socket');
        break;
      case 'echo':
        this.#paths.echoed(packet.token);
    }
  }

  /** Forgets everything and sends nothing any more. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelAcknowledging?.();
    this.#cancelWatching?.();
    this.#cancelPacing?.();
    this.#outbox.clear();
    this.#inbox.clear();
    this.#paths.close();
  }

  #take({ received, number, body }: Packet & { kind: 'post' }): void {
    const ready = this.#inbox.take(number, body);
    // Counted before they are given out: a post that is refused has been received all the same.
    for (const each of ready) this.#unacknowledgedBytes += each.length;
    this.#acknowledgeSoon();
    let refusal: unknown;
    for (const each of ready) {
      if (this.#closed) return;
      try {
        this.#options.deliver(each);
      } catch (error) {
        refusal ??= error;
      }
    }
    // After the bodies: what they say of one's own posts is known before these count as taken.
    if (!this.#closed) this.#acknowledged(received);
    if (refusal) throw refusal;
  }

  #acknowledged(number: number): void {
    if (!this.#outbox.acknowledge(number)) return;
    this.#cancelWatching?.();
    this.#cancelWatching = undefined;
    this.#patienceMs = limits.dataStallMs;
    this.#options.onAcknowledged?.(number);
    this.#pump();
  }

  #acknowledgeSoon(): void {
    if (this.#unacknowledgedBytes >= acknowledgeAfterBytes) this.#acknowledge();
    else
      this.#cancelAcknowledging ??= this.#options.clock.after(acknowledgeAfterMs, () => this.#acknowledge());
  }

  #acknowledge(): void {
    this.#answer({ kind: 'ack', received: this.#inbox.received }, this.#cameOver);
    this.#carried();
  }

  /**
   * Answers go where they are sure to arrive: this side may not know yet that its own channel is dead, having
   * nothing under way on it, while the other one repeats itself for want of an acknowledgement.
   */
  #answer(packet: Packet, sure: PathName): void {
    const path = this.#paths.preferring(sure);
    if (path !== 'none') this.#transmit(path, packet);
  }

  /** The other side is told, by the packet just sent, what has been received. */
  #carried(): void {
    this.#unacknowledgedBytes = 0;
    this.#cancelAcknowledging?.();
    this.#cancelAcknowledging = undefined;
  }

  #pump(): void {
    for (let { path } = this; path !== 'none' && !this.#closed; path = this.path) {
      const next = this.#outbox.peek();
      if (!next || !this.#withinPace({ bytes: next.body.length, sends: next.sends })) break;
      this.#outbox.markSent();
      const { number, body } = next;
      this.#transmit(path, { kind: 'post', received: this.#inbox.received, number, body });
      if (path === this.#cameOver) this.#carried();
    }
    this.#watch();
  }

  #withinPace(cost: { bytes: number; sends: number }): boolean {
    if (!this.#pace || this.#pace.take(cost)) return true;
    this.#cancelPacing ??= this.#options.clock.after(this.#pace.waitMs(cost), () => {
      this.#cancelPacing = undefined;
      this.#pump();
    });
    return false;
  }

  /** While something is under way, something has to be acknowledged now and then. */
  #watch(): void {
    if (this.#closed || !this.#outbox.waits || this.path === 'none') return;
    this.#cancelWatching ??= this.#options.clock.after(this.#patienceMs, () => {
      this.#cancelWatching = undefined;
      this.#stalled();
    });
  }

  #stalled(): void {
    this.#outbox.rewind();
    if (this.path === 'web_socket') this.#patienceMs = Math.min(2 * this.#patienceMs, mostPatienceMs);
    if (!this.#paths.doubt()) this.#pump();
  }

  #turned(path: PathName | 'none', before: PathName | 'none'): void {
    // What went over a WebSocket still arrives after the change to the better path; nothing else is sure to.
    if (before !== 'web_socket') this.#outbox.rewind();
    this.#options.onPath?.(path);
    this.#pump();
  }

  #transmit(path: PathName, packet: Packet): void {
    this.#options.transmit(path, writePacket(packet));
  }
}
