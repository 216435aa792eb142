import { type CancelTimer, type Clock, Scope } from '@earshot/lifetime';
import { limits, type RoomsChange } from '@earshot/protocol';
import { OpenPerAddress } from './address-limits.ts';
import { eventFrame, type Frame, heartbeat, Watcher } from './watcher.ts';

interface ToldEvent {
  readonly version: number;
  readonly change: RoomsChange;
}

/** Where changes come from. */
export interface Changes {
  readonly version: number;
  /** What was told after `version`; undefined where that is too long ago. */
  since(version: number): readonly ToldEvent[] | undefined;
  readonly events: { on(name: 'told', listener: (event: ToldEvent) => void): () => void };
}

interface LiveRoomsOptions {
  changes: Changes;
  clock: Clock;
  /** 0 <= n < 1, like `Math.random`. */
  random: () => number;
}

/** So many are written to before others in this process have their turn: each write is a call of the system. */
const watchersPerTurn = 50;
/** After a restart all come back within this time, and not all at once. */
const comeBackWithinMs = { least: 2_000, most: 6_000 };

/** Passes the directory's changes on to all who watch. */
export class LiveRooms {
  readonly #options: LiveRoomsOptions;
  readonly #scope = new Scope();
  readonly #open = new OpenPerAddress();
  readonly #watchers = new Set<Watcher>();
  readonly #waiting: Frame[] = [];
  #cancelTurn: CancelTimer | undefined;

  constructor(options: LiveRoomsOptions) {
    this.#options = options;
    const { changes, clock } = options;
    this.#scope.add(
      changes.events.on('told', ({ version, change: data }) => {
        if (this.#watchers.size > 0) this.#pass(eventFrame('change', { version, data }));
      }),
    );
    this.#scope.add(clock.every(limits.directoryHeartbeatMs, () => this.#pass(heartbeat)));
    this.#scope.add(() => this.#cancelTurn?.());
  }

  get watchers(): number {
    return this.#open.all;
  }

  /**
   * @param network whom to count them to
   * @param after the version they know; what came later comes first
   * @throws RpcError `server_full`, `rate_limited`; `server_stopping`
   */
  watch(network: string, after: number | undefined): Watcher {
    const leave = this.#open.open(network);
    const { version } = this.#options.changes;
    const missed = after === undefined ? [] : this.#options.changes.since(after);
    const watcher = new Watcher(version, () => {
      this.#watchers.delete(watcher);
      leave();
    });
    watcher.stream.push(this.#comeBack());
    // With `reset` they learn that more was missed than is kept: they ask for the list again.
    const greeting = eventFrame(missed ? 'hello' : 'reset', {
      version: missed ? (after ?? version) : version,
      data: { version },
    });
    watcher.stream.push(greeting.bytes);
    for (const { version: id, change: data } of missed ?? []) {
      watcher.stream.push(eventFrame('change', { version: id, data }).bytes);
    }
    this.#watchers.add(watcher);
    return watcher;
  }

  /** Lets all go. */
  async close(): Promise<void> {
    await this.#scope.close();
    for (const watcher of this.#watchers) watcher.end();
  }

  #comeBack(): string {
    const { least, most } = comeBackWithinMs;
    return `retry: ${Math.round(least + this.#options.random() * (most - least))}\n`;
  }

  #pass(frame: Frame): void {
    this.#waiting.push(frame);
    if (this.#waiting.length > limits.directoryEventsKept) {
      // This process cannot keep up: all come back, each when it can, and ask for what they missed.
      this.#waiting.length = 0;
      for (const watcher of this.#watchers) watcher.stream.destroy();
    }
    if (!this.#cancelTurn) this.#turn();
  }

  #turn(): void {
    const frame = this.#waiting.shift();
    this.#cancelTurn = undefined;
    if (frame) this.#write(frame, [...this.#watchers]);
  }

  #write(frame: Frame, to: readonly Watcher[]): void {
    for (const watcher of to.slice(0, watchersPerTurn)) watcher.send(frame);
    const rest = to.slice(watchersPerTurn);
    this.#cancelTurn = this.#options.clock.after(0, () =>
      rest.length > 0 ? this.#write(frame, rest) : this.#turn(),
    );
  }
}
