import type { Clock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import type { Party } from '../guard/party.ts';

interface Complainants {
  readonly prefixes: Set<string>;
  readonly keys: Set<string>;
  lastAtMs: number;
}

/** Who has complained about which room lately: so many rooms, and of each as many people as it takes to hide it. */
export class Complaints {
  readonly #clock: Clock;
  /** The one longest left alone first. */
  readonly #rooms = new Map<string, Complainants>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many different people from different places: whoever makes keys, or has many devices, is one. */
  against(room: string): number {
    const found = this.#rooms.get(room);
    if (!found || found.lastAtMs + limits.reportsCountedMs < this.#clock.nowMs()) return 0;
    return Math.min(found.prefixes.size, found.keys.size);
  }

  add(room: string, { prefix, key }: Party): void {
    if (this.against(room) === 0) this.#rooms.delete(room);
    const found = this.#rooms.get(room) ?? { prefixes: new Set(), keys: new Set(), lastAtMs: 0 };
    found.lastAtMs = this.#clock.nowMs();
    if (found.prefixes.size < limits.reportsBeforeHiding) found.prefixes.add(prefix);
    if (found.keys.size < limits.reportsBeforeHiding) found.keys.add(key);
    this.#rooms.delete(room);
    this.#rooms.set(room, found);
    if (this.#rooms.size <= limits.rooms) return;
    const [first] = this.#rooms.keys();
    if (first !== undefined) this.#rooms.delete(first);
  }
}
