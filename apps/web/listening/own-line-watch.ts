import type { Member, Room } from '@earshot/client';

export type Line = NonNullable<Member['line']>;

/** Watches the line of one room while somebody looks, once for all who do. */
export class OwnLineWatch {
  readonly #room: Room;
  readonly #listeners = new Set<() => void>();
  #line: Line = 'good';
  #stop: (() => void) | undefined;

  constructor(room: Room) {
    this.#room = room;
  }

  get line(): Line {
    return this.#line;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#stop ??= this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = undefined;
    };
  };

  #start(): () => void {
    let stop = () => {};
    let ended = false;
    // The client library is there, since one is inside; it only is another piece of the page.
    import('@earshot/client')
      .then(({ watchOwnLine }) => {
        if (ended) return;
        stop = watchOwnLine({ getStats: () => this.#room.getStats(), onLine: (line) => this.#turn(line) });
      })
      // Without that piece the line counts as good, which is what one hears first anyway.
      .catch(() => {});
    return () => {
      ended = true;
      stop();
      this.#line = 'good';
    };
  }

  #turn(line: Line): void {
    this.#line = line;
    for (const listener of this.#listeners) listener();
  }
}

const watches = new WeakMap<Room, OwnLineWatch>();

export function ownLineOf(room: Room): OwnLineWatch {
  const known = watches.get(room) ?? new OwnLineWatch(room);
  watches.set(room, known);
  return known;
}
