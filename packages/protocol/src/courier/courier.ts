import { type CancelTimer, type Clock, TokenBucket } from '@earshot/lifetime';
import { RpcError } from '../errors.ts';
import { limits } from '../limits.ts';
import { Inbox } from './inbox.ts';
import { Outbox } from './outbox.ts';
import { type Packet, readPacket, writePacket } from './packet.ts';

export type PathName = 'data_channel' | 'web_socket';

/**
 * How far a path can be trusted. `probing`: it says that it is open, but nothing has come through yet;
 * `proven`: an echo came back; `suspect`: it went silent with posts under way.
 */
export type PathState = 'shut' | 'probing' | 'proven' | 'suspect';

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
  pace?: { postsPerSecond: number; bytesPerSecond: number };
}

/** An acknowledgement that nothing carries along is sent by itself after this time, or this many bytes. */
const acknowledgeAfterMs = limits.dataAcknowledgeWithinMs / 2;
const acknowledgeAfterBytes = limits.dataWindowBytes / 8;
const probeEveryMs = 1_000;
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
  readonly #paths: Record<PathName, PathState> = { data_channel: 'shut', web_socket: 'shut' };
  readonly #buckets: { posts: TokenBucket; bytes: TokenBucket } | undefined;
  #path: PathName | 'none' = 'none';
  /** Where the last post came from. */
  #cameOver: PathName = 'web_socket';
  #lastToken = 0;
  /** Echoes of earlier probes than this one prove nothing: the channel went silent after them. */
  #firstToken = 1;
  #unacknowledgedBytes = 0;
  #patienceMs: number = limits.dataStallMs;
  #cancelAcknowledging: CancelTimer | undefined;
  #cancelWatching: CancelTimer | undefined;
  #cancelProbing: CancelTimer | undefined;
  #cancelPacing: CancelTimer | undefined;
  #closed = false;

  constructor(options: CourierOptions) {
    const { pace, clock } = options;
    this.#options = options;
    this.#buckets = pace && {
      posts: new TokenBucket({ perSecond: pace.postsPerSecond, burst: limits.dataPostBurst / 2, clock }),
      bytes: new TokenBucket({ perSecond: pace.bytesPerSecond, burst: limits.dataBurstBytes / 2, clock }),
    };
  }

  get path(): PathName | 'none' {
    return this.#path;
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
  post(body: Uint8Array, owner?: unknown): number {
    if (this.#closed) throw new RpcError('connection_lost');
    const number = this.#outbox.add(body, owner);
    this.#pump();
    return number;
  }

  /** Sends once, or not at all. */
  loose(body: Uint8Array): void {
    if (this.#closed || this.#path === 'none') return;
    if (this.#buckets && !(this.#buckets.posts.take() && this.#buckets.bytes.take(body.length))) return;
    this.#transmit(this.#path, { kind: 'loose', body });
  }

  /** A path can be tried from now on. The WebSocket needs no proof: whatever speaks of it came over it. */
  opened(path: PathName): void {
    if (this.#closed || this.#paths[path] !== 'shut') return;
    this.#paths[path] = path === 'web_socket' ? 'proven' : 'probing';
    if (path === 'data_channel') {
      this.#firstToken = this.#lastToken + 1;
      this.#probe();
    }
    this.#choose();
  }

  shut(path: PathName): void {
    if (this.#closed || this.#paths[path] === 'shut') return;
    this.#paths[path] = 'shut';
    this.#choose();
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
        this.#proven(packet.token);
    }
  }

  /** Forgets everything and sends nothing any more. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelAcknowledging?.();
    this.#cancelWatching?.();
    this.#cancelProbing?.();
    this.#cancelPacing?.();
    this.#outbox.clear();
    this.#inbox.clear();
    this.#turnTo('none');
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
    const path = this.#paths[sure] === 'proven' ? sure : this.#path;
    if (path !== 'none') this.#transmit(path, packet);
  }

  /** The other side is told, by the packet just sent, what has been received. */
  #carried(): void {
    this.#unacknowledgedBytes = 0;
    this.#cancelAcknowledging?.();
    this.#cancelAcknowledging = undefined;
  }

  #pump(): void {
    while (this.#path !== 'none' && !this.#closed) {
      const next = this.#outbox.peek();
      if (!next || !this.#withinPace(next.body.length)) break;
      this.#outbox.markSent();
      const { number, body } = next;
      this.#transmit(this.#path, { kind: 'post', received: this.#inbox.received, number, body });
      if (this.#path === this.#cameOver) this.#carried();
    }
    this.#watch();
  }

  #withinPace(bytes: number): boolean {
    if (!this.#buckets) return true;
    const { posts, bytes: room } = this.#buckets;
    const waitMs = Math.max(posts.waitMs(1), room.waitMs(bytes));
    if (waitMs === 0) return posts.take() && room.take(bytes);
    this.#cancelPacing ??= this.#options.clock.after(waitMs, () => {
      this.#cancelPacing = undefined;
      this.#pump();
    });
    return false;
  }

  /** While something is under way, something has to be acknowledged now and then. */
  #watch(): void {
    if (this.#closed || !this.#outbox.waits || this.#path === 'none') return;
    this.#cancelWatching ??= this.#options.clock.after(this.#patienceMs, () => {
      this.#cancelWatching = undefined;
      this.#stalled();
    });
  }

  #stalled(): void {
    this.#outbox.rewind();
    if (this.#path === 'web_socket') this.#patienceMs = Math.min(2 * this.#patienceMs, mostPatienceMs);
    if (this.#path === 'data_channel' && this.#paths.web_socket === 'proven') {
      this.#paths.data_channel = 'suspect';
      this.#firstToken = this.#lastToken + 1;
      this.#probe();
      this.#choose();
    } else this.#pump();
  }

  #probe(): void {
    this.#cancelProbing?.();
    this.#cancelProbing = undefined;
    const state = this.#paths.data_channel;
    if (state !== 'probing' && state !== 'suspect') return;
    this.#lastToken += 1;
    this.#transmit('data_channel', { kind: 'probe', token: this.#lastToken });
    this.#cancelProbing = this.#options.clock.after(probeEveryMs, () => this.#probe());
  }

  #proven(token: number): void {
    const { data_channel: state } = this.#paths;
    const fresh = token >= this.#firstToken && token <= this.#lastToken;
    if (!fresh || (state !== 'probing' && state !== 'suspect')) return;
    this.#cancelProbing?.();
    this.#cancelProbing = undefined;
    this.#paths.data_channel = 'proven';
    this.#choose();
  }

  #choose(): void {
    const { data_channel, web_socket } = this.#paths;
    const best = data_channel === 'proven' ? 'data_channel' : web_socket === 'proven' ? 'web_socket' : 'none';
    // What went over a WebSocket still arrives after the change to the better path; nothing else is sure to.
    if (best !== this.#path && this.#path !== 'web_socket') this.#outbox.rewind();
    if (data_channel === 'shut') this.#cancelProbing?.();
    this.#turnTo(best);
    this.#pump();
  }

  #turnTo(path: PathName | 'none'): void {
    if (path === this.#path) return;
    this.#path = path;
    this.#options.onPath?.(path);
  }

  #transmit(path: PathName, packet: Packet): void {
    this.#options.transmit(path, writePacket(packet));
  }
}
