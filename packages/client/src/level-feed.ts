import { type CancelTimer, type Clock, Emitter } from '@earshot/lifetime';
import { limits, type MemberId } from '@earshot/protocol';
import type { Levels } from './snapshot.ts';
import { callOut } from './snapshot-store.ts';

/** The server says nothing while everyone is silent; after this many missed reports silence is assumed. */
const silenceAfterMs = 4 * limits.levelsIntervalMs;

interface Seated {
  readonly id: MemberId;
  readonly seat: number;
}

/** Loudness by member, from the server's `levels` or from what was decoded here. Reports silence when the reports stop. */
export class LevelFeed {
  readonly #clock: Clock;
  readonly #seated: () => Iterable<Seated>;
  readonly #events = new Emitter<{ levels: [levels: Levels] }>();
  #cancelSilence: CancelTimer = () => {};

  /** @param options.seated Who is in the room just now. */
  constructor(options: { clock: Clock; seated: () => Iterable<Seated> }) {
    this.#clock = options.clock;
    this.#seated = options.seated;
  }

  onLevels(listener: (levels: Levels) => void): () => void {
    return this.#events.on('levels', listener);
  }

  /** @param flat Pairs of seat and RFC 6464 level (-dBov), as they come in `levels`. */
  take(flat: readonly number[]): void {
    this.hear(readLevels(flat, this.#seated()));
  }

  hear(levels: Levels): void {
    this.#cancelSilence();
    if (levels.size > 0) this.#cancelSilence = this.#clock.after(silenceAfterMs, () => this.hear(new Map()));
    callOut(() => this.#events.emit('levels', levels));
  }

  close(): void {
    this.#cancelSilence();
  }
}

/** Seats that nobody (still) sits on are left out. */
export function readLevels(flat: readonly number[], seated: Iterable<Seated>): Levels {
  const ids = new Map<number, MemberId>();
  for (const { seat, id } of seated) ids.set(seat, id);
  const levels = new Map<MemberId, number>();
  for (let index = 0; index + 1 < flat.length; index += 2) {
    const id = ids.get(flat[index] as number);
    if (id !== undefined) levels.set(id, 0 - Math.min(flat[index + 1] as number, 127));
  }
  return levels;
}
