import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, type MemberId } from '@earshot/protocol';
import type { OwnedProducer } from './owned-producer.ts';

/** Long enough for the burst of a large key frame to even out. */
const intervalMs = 2_000;

/**
 * Counts the packets of what is shared: Node sees none of them, so the worker is asked now and then. Voices
 * are counted by the level tap, which has each of their packets in hand. No timer runs while nobody shares.
 */
export class FloodWatch {
  readonly #clock: Clock;
  readonly #onFlood: (owner: MemberId) => void;
  readonly #streams = new Map<OwnedProducer, number>();
  #cancelTimer: CancelTimer | undefined;

  constructor(options: { clock: Clock; onFlood: (owner: MemberId) => void }) {
    this.#clock = options.clock;
    this.#onFlood = options.onFlood;
  }

  watch(stream: OwnedProducer): void {
    this.#streams.set(stream, 0);
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
    const counted = await Promise.all([...this.#streams.keys()].map((stream) => this.#newPackets(stream)));
    const byOwner = new Map<MemberId, number>();
    for (const { owner, packets } of counted) byOwner.set(owner, (byOwner.get(owner) ?? 0) + packets);
    const most = (limits.sharedPacketsPerSecond * intervalMs) / 1_000;
    for (const [owner, packets] of byOwner) if (packets > most) this.#onFlood(owner);
  }

  /** What came since the last time. A stream that ends meanwhile counts nothing any more. */
  async #newPackets(stream: OwnedProducer): Promise<{ owner: MemberId; packets: number }> {
    const stats = await stream.producer.getStats().catch(() => []);
    const total = stats.reduce((sum, { packetCount }) => sum + packetCount, 0);
    const packets = total - (this.#streams.get(stream) ?? total);
    if (this.#streams.has(stream)) this.#streams.set(stream, total);
    return { owner: stream.owner, packets };
  }
}
