import { Emitter } from '@earshot/lifetime';
import { skeleton } from '../../guard/looks/skeleton.ts';

/** A room as far as the look of its name is concerned. */
export interface Claimant {
  readonly name: string;
  readonly owned: boolean;
  /** Since when there is such a room, in milliseconds since the Unix epoch. */
  readonly sinceMs: number;
  /** Whether people find it in the directory, or do so as soon as somebody is in it. */
  readonly claims: boolean;
}

/** Of one look. Most looks have one. */
type Group = Map<string, Claimant>;

/**
 * How the names of rooms look, so that in the directory none is taken for another. Of rooms that look alike one has
 * the look: an owned one before those that nobody owns, and otherwise the one that was there first. Holds the rooms
 * that are open and those that are kept for an owner, each skeleton worked out once.
 */
export class Claims {
  /** Another room of the same look came, went or changed. */
  readonly events = new Emitter<{ stirred: [name: string] }>();
  readonly #byLook = new Map<string, Group>();
  readonly #looks = new Map<string, string>();

  /** A room is there, as it is from now on. */
  set(claimant: Claimant): void {
    const { name } = claimant;
    const look = this.#lookOf(name);
    this.#looks.set(name, look);
    const group = this.#byLook.get(look) ?? new Map();
    this.#byLook.set(look, group.set(name, claimant));
    this.stir(name);
  }

  delete(name: string): void {
    const look = this.#looks.get(name);
    if (look === undefined) return;
    this.stir(name);
    this.#looks.delete(name);
    const group = this.#byLook.get(look);
    group?.delete(name);
    if (group?.size === 0) this.#byLook.delete(look);
  }

  /** Something happened in a room: whoever looks like it may have the look now, or not any more. */
  stir(name: string): void {
    for (const other of this.#others(name)) this.events.emit('stirred', other.name);
  }

  /** Whether another room has what this name looks like. */
  isTaken(name: string): boolean {
    return this.#others(name).some(({ claims }) => claims);
  }

  /** Whether a room stays out of the directory because of another one. */
  yields(name: string): boolean {
    const group = this.#byLook.get(this.#looks.get(name) ?? '');
    const own = group?.get(name);
    return own !== undefined && this.#others(name).some((other) => other.claims && comesBefore(other, own));
  }

  #others(name: string): Claimant[] {
    const look = this.#lookOf(name);
    // What nothing is left of looks like nothing.
    const group = look === '' ? undefined : this.#byLook.get(look);
    if (!group || (group.size === 1 && group.has(name))) return [];
    return [...group.values()].filter((other) => other.name !== name);
  }

  #lookOf(name: string): string {
    return this.#looks.get(name) ?? skeleton(name);
  }
}

function comesBefore(one: Claimant, other: Claimant): boolean {
  if (one.owned !== other.owned) return one.owned;
  if (one.sinceMs !== other.sinceMs) return one.sinceMs < other.sinceMs;
  return one.name < other.name;
}
