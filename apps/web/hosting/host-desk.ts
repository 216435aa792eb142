import type { MemberId, Room } from '@earshot/client';

/** A sentence about what was just done, with the way to take it back where there is one. */
export interface HostNote {
  readonly text: string;
  readonly undo?: (() => Promise<void>) | undefined;
}

export interface HostDeskSnapshot {
  readonly note: HostNote | undefined;
  /** Who would like to hear one, until that is answered. */
  readonly askedBy: MemberId | undefined;
  /** What became of the right to speak: it was given (back), and is said until the microphone is on. */
  readonly floor: 'again' | 'now' | undefined;
  /** What one said in votes that are under way. */
  readonly votes: ReadonlyMap<MemberId, boolean>;
}

/** What one person is told about the order in one room, until they have seen it. The newest note replaces the one before. */
export class HostDesk {
  readonly #listeners = new Set<() => void>();
  #snapshot: HostDeskSnapshot = {
    note: undefined,
    askedBy: undefined,
    floor: undefined,
    votes: new Map(),
  };

  get snapshot(): HostDeskSnapshot {
    return this.#snapshot;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(part: Partial<HostDeskSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }

  voted(on: MemberId, agree: boolean | undefined): void {
    const votes = new Map(this.#snapshot.votes);
    if (agree === undefined) votes.delete(on);
    else votes.set(on, agree);
    this.change({ votes });
  }
}

const desks = new WeakMap<Room, HostDesk>();

export function hostDesk(room: Room): HostDesk {
  const desk = desks.get(room) ?? new HostDesk();
  desks.set(room, desk);
  return desk;
}
