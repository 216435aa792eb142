import { Emitter } from '@earshot/lifetime';
import { type RoomEvent, step } from './room-state.ts';
import type { RoomSnapshot } from './snapshot.ts';

/** Holds the snapshot and tells whoever subscribed of each change, once. */
export class SnapshotStore {
  readonly #events = new Emitter<{ change: [] }>();
  #snapshot: RoomSnapshot;

  constructor(first: RoomSnapshot) {
    this.#snapshot = first;
  }

  get snapshot(): RoomSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#events.on('change', listener);
  }

  apply(event: RoomEvent): void {
    const next = step(this.#snapshot, event);
    if (next === this.#snapshot) return;
    this.#snapshot = next;
    callOut(() => this.#events.emit('change'));
  }
}

/** Calls listeners of the application: what they throw is theirs, and must not end what called them. */
export function callOut(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
