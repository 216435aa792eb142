import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, type MemberId } from '@earshot/protocol';
import type { OwnedProducer } from './owned-producer.ts';

/** Long enough for the burst of a large key frame to even out. */
const intervalMs = 2_000;

/** What a member may send of all their microphones, and of all they share beside, in packets per second. */
const mostPerSecond = { voice: limits.packetsPerSecond, shared: limits.sharedPacketsPerSecond };

type Kind = keyof typeof mostPerSecond;

/** Packets of a stream so far, and when the worker counted them, by its own clock. */
interface Count {
  readonly packets: number;
  readonly atMs: number;
}

/**
 * Counts the packets of each stream: Node sees none of what is shared, nor of a voice that is silent or
 * paused, so the worker is asked now and then (15 µs a stream). No timer runs while nobody sends.
 */
export class FloodWatch {
  readonly #clock: Clock;
  readonly #onFlood: (owner: MemberId) => void;
  readonly #streams = new Map<OwnedProducer, Count | undefined>();
  #cancelTimer: CancelTimer | undefined;
  #checking = false;

  constructor(options: { clock: Clock; onFlood: (owner: MemberId) => void }) {
    this.#clock = options.clock;
    this.#onFlood = options.onFlood;
  }

  watch(stream: OwnedProducer): void {
    this.#streams.set(stream, undefined);
    stream.producer.observer.once('close', () => {
      this.#streams.delete(stream);
      if (this.#streams.size === 0) this.close();
    });
    this.#cancelTimer ??= this.#clock.every(intervalMs, () => void this.#check());
  }

  close(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  async #check(): Promise<void> {
    // A worker that is late is not asked twice.
    if (this.#checking) return;
    this.#checking = true;
    const rates = await Promise.all([...this.#streams.keys()].map((stream) => this.#rate(stream)));
    this.#checking = false;
    const sums = { voice: new Map<MemberId, number>(), shared: new Map<MemberId, number>() };
    for (const { kind, owner, perSecond } of rates) {
      sums[kind].set(owner, (sums[kind].get(owner) ?? 0) + perSecond);
    }
    const flooding = (Object.keys(sums) as Kind[]).flatMap((kind) =>
      [...sums[kind]].flatMap(([owner, perSecond]) => (perSecond > mostPerSecond[kind] ? [owner] : [])),
    );
    for (const owner of new Set(flooding)) this.#onFlood(owner);
  }

  async #rate(stream: OwnedProducer): Promise<{ kind: Kind; owner: MemberId; perSecond: number }> {
    const kind = stream.source === 'microphone' ? 'voice' : 'shared';
    return { kind, owner: stream.owner, perSecond: await this.#packetsPerSecond(stream) };
  }

  /** Since the last time. A stream that ends meanwhile counts nothing any more. */
  async #packetsPerSecond(stream: OwnedProducer): Promise<number> {
    const [first, ...others] = await stream.producer.getStats().catch(() => []);
    if (!first || !this.#streams.has(stream)) return 0;
    const packets = others.reduce((sum, { packetCount }) => sum + packetCount, first.packetCount);
    const before = this.#streams.get(stream);
    const elapsedMs = first.timestamp - (before?.atMs ?? first.timestamp);
    // Timers that were held up come close together: too short a time says nothing.
    if (before && elapsedMs < intervalMs / 2) return 0;
    this.#streams.set(stream, { packets, atMs: first.timestamp });
    return before ? ((packets - before.packets) * 1_000) / elapsedMs : 0;
  }
}
