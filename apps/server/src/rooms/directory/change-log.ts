import { limits, type RoomListing, type RoomsChange } from '@earshot/protocol';
import { sameFace } from './directory.ts';

/** One event of the feed, encoded once for all who watch. */
export interface FeedEvent {
  readonly version: number;
  readonly change: RoomsChange;
}

/**
 * What has changed in the directory, gathered until it is told: of each room the latest only. What has been told is
 * kept for a while, for whoever missed it. Versions go on from those of the server before this one.
 */
export class ChangeLog {
  /** Rooms that came, present themselves otherwise, or went; they are told first. */
  readonly #faces = new Map<string, RoomListing | undefined>();
  readonly #pulses = new Map<string, RoomListing>();
  readonly #told: FeedEvent[] = [];
  #version: number;

  constructor(version: number) {
    this.#version = version;
  }

  get version(): number {
    return this.#version;
  }

  /** Whether there is something to tell. */
  get pending(): boolean {
    return this.#faces.size + this.#pulses.size > 0;
  }

  changed(before: RoomListing | undefined, now: RoomListing): void {
    const { name } = now;
    if (!before || !sameFace(before, now) || this.#faces.has(name)) {
      this.#pulses.delete(name);
      this.#faces.set(name, now);
    } else if (before !== now) {
      this.#pulses.set(name, now);
    }
  }

  gone(name: string): void {
    this.#pulses.delete(name);
    this.#faces.set(name, undefined);
  }

  /** The next event, with as much as one may hold. @param total how many rooms are listed */
  next(total: number): FeedEvent {
    this.#version += 1;
    const faces = taken(this.#faces, limits.directoryChangesPerEvent);
    const pulses = taken(this.#pulses, limits.directoryChangesPerEvent - faces.length);
    const event = {
      version: this.#version,
      change: {
        version: this.#version,
        total,
        rooms: faces.flatMap(([, room]) => (room ? [room] : [])),
        pulses: pulses.map(([name, { people, talking, hot }]) => ({ name, people, talking, hot })),
        gone: faces.flatMap(([name, room]) => (room ? [] : [name])),
      },
    };
    this.#told.push(event);
    if (this.#told.length > limits.directoryEventsKept) this.#told.shift();
    return event;
  }

  /** What was told after `version`; undefined where that is too long ago, or of another server. */
  since(version: number): readonly FeedEvent[] | undefined {
    const first = this.#told[0]?.version ?? this.#version + 1;
    if (version > this.#version || version < first - 1) return undefined;
    return this.#told.filter((event) => event.version > version);
  }
}

/** Takes out the first `count`. */
function taken<Value>(map: Map<string, Value>, count: number): [string, Value][] {
  const entries: [string, Value][] = [];
  for (const entry of map) {
    if (entries.length >= count) break;
    entries.push(entry);
  }
  for (const [name] of entries) map.delete(name);
  return entries;
}
