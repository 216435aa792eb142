import type { CancelTimer, Clock } from '@earshot/lifetime';

export type PathName = 'data_channel' | 'web_socket';

/**
 * How far a path can be trusted. `probing`: it says that it is open, but nothing has come through yet;
 * `proven`: an echo came back; `suspect`: it went silent with posts under way.
 */
type PathState = 'shut' | 'probing' | 'proven' | 'suspect';

interface PathChoiceOptions {
  clock: Clock;
  /** Sends a probe over the data channel. */
  probe(token: number): void;
  /** Another path is the best from now on. */
  onChoice(path: PathName | 'none', before: PathName | 'none'): void;
}

const probeEveryMs = 1_000;

/** Which of the two paths to take: the data channel while it is proven, else the WebSocket. */
export class PathChoice {
  readonly #options: PathChoiceOptions;
  readonly #states: Record<PathName, PathState> = { data_channel: 'shut', web_socket: 'shut' };
  #path: PathName | 'none' = 'none';
  #lastToken = 0;
  /** Echoes of earlier probes than this one prove nothing: the channel went silent after them. */
  #firstToken = 1;
  #cancelProbing: CancelTimer | undefined;

  constructor(options: PathChoiceOptions) {
    this.#options = options;
  }

  get path(): PathName | 'none' {
    return this.#path;
  }

  /** The one asked for where it is sure to work, else the best one. */
  preferring(path: PathName): PathName | 'none' {
    return this.#states[path] === 'proven' ? path : this.#path;
  }

  /** A path can be tried from now on. The WebSocket needs no proof: whatever speaks of it came over it. */
  opened(path: PathName): void {
    if (this.#states[path] !== 'shut') return;
    this.#states[path] = path === 'web_socket' ? 'proven' : 'probing';
    if (path === 'data_channel') this.#probeAnew();
    this.#choose();
  }

  shut(path: PathName): void {
    if (this.#states[path] === 'shut') return;
    this.#states[path] = 'shut';
    if (path === 'data_channel') this.#cancelProbing?.();
    this.#choose();
  }

  /**
   * Nothing comes back over the path in use.
   * @returns whether there is another one, which is in use from now on
   */
  doubt(): boolean {
    if (this.#path !== 'data_channel' || this.#states.web_socket !== 'proven') return false;
    this.#states.data_channel = 'suspect';
    this.#probeAnew();
    this.#choose();
    return true;
  }

  /** A probe came back. */
  echoed(token: number): void {
    const fresh = token >= this.#firstToken && token <= this.#lastToken;
    if (!fresh || !this.#isInDoubt()) return;
    this.#cancelProbing?.();
    this.#cancelProbing = undefined;
    this.#states.data_channel = 'proven';
    this.#choose();
  }

  close(): void {
    this.#cancelProbing?.();
    this.#states.data_channel = 'shut';
    this.#states.web_socket = 'shut';
    this.#choose();
  }

  #isInDoubt(): boolean {
    return this.#states.data_channel === 'probing' || this.#states.data_channel === 'suspect';
  }

  #probeAnew(): void {
    this.#firstToken = this.#lastToken + 1;
    this.#probe();
  }

  #probe(): void {
    this.#cancelProbing?.();
    this.#cancelProbing = undefined;
    if (!this.#isInDoubt()) return;
    this.#lastToken += 1;
    this.#options.probe(this.#lastToken);
    this.#cancelProbing = this.#options.clock.after(probeEveryMs, () => this.#probe());
  }

  #choose(): void {
    const { data_channel, web_socket } = this.#states;
    const best = data_channel === 'proven' ? 'data_channel' : web_socket === 'proven' ? 'web_socket' : 'none';
    const before = this.#path;
    if (best === before) return;
    this.#path = best;
    this.#options.onChoice(best, before);
  }
}
