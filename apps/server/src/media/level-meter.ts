import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, type MemberId } from '@earshot/protocol';

/** RFC 6464 level above which (quieter than which) a packet counts as silence: -60 dBov. */
const silenceLevel = 60;

/**
 * Gathers the level of each packet and tells, every `limits.levelsIntervalMs`, who was loud since the last
 * time. It has no timer while everyone is silent.
 */
export class LevelMeter {
  readonly #clock: Clock;
  readonly #tell: (levels: ReadonlyMap<MemberId, number>) => void;
  #loudest = new Map<MemberId, number>();
  #cancelTimer: CancelTimer | undefined;

  constructor(options: { clock: Clock; tell: (levels: ReadonlyMap<MemberId, number>) => void }) {
    this.#clock = options.clock;
    this.#tell = options.tell;
  }

  /** Takes the level of one packet (RFC 6464: 0 loudest, 127 silence). */
  packet(owner: MemberId, level: number): void {
    if (level > silenceLevel) return;
    this.#loudest.set(owner, Math.min(level, this.#loudest.get(owner) ?? 127));
    this.#cancelTimer ??= this.#clock.every(limits.levelsIntervalMs, () => this.#tick());
  }

  close(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #tick(): void {
    const levels = this.#loudest;
    this.#loudest = new Map();
    if (levels.size === 0) this.close();
    this.#tell(levels);
  }
}
