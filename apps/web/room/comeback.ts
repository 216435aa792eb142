import type { JoinOptions, Room } from '@earshot/client';

/** What a room is told of the microphone at joining. */
export type Sends = Pick<JoinOptions, 'microphone' | 'muted'>;

/** A room one came back to. */
export type Came = { readonly room: Room; readonly sends: Sends };

/** After the first failure; doubled after each that follows. */
const firstPauseMs = 1_000;
/** So that 19 in 20 are back within five seconds of their server, however long it was away. */
const longestPauseMs = 5_000;

/** Whoever was away for longer is not waited for any more, and neither is their place. */
export const patienceMs = 120_000;

/**
 * How long to wait before a try, counted from 0. Exponential with full jitter, so that a crowd which lost its
 * server does not come back all at once:
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function pauseBeforeMs(tries: number, random: () => number): number {
  return random() * Math.min(longestPauseMs, firstPauseMs * 2 ** tries);
}

export type Try<T> =
  | { readonly came: T }
  | { readonly failed: 'for_now' | 'for_good'; readonly why: unknown };

export interface ComebackOptions<T> {
  attempt(signal: AbortSignal): Promise<Try<T>>;
  random?(): number;
  nowMs?(): number;
}

/** Tries again and again to come back, until it works, is refused for good, or takes too long. */
export class Comeback<T> {
  readonly #options: Required<ComebackOptions<T>>;
  readonly #ending = new AbortController();
  #hurry: () => void = () => {};

  constructor({ attempt, random = Math.random, nowMs = () => performance.now() }: ComebackOptions<T>) {
    this.#options = { attempt, random, nowMs };
  }

  /** The outcome; undefined when it was given up with `end`. */
  async run(): Promise<Try<T> | undefined> {
    const { attempt, random, nowMs } = this.#options;
    const { signal } = this.#ending;
    const endsAtMs = nowMs() + patienceMs;
    for (let tries = 0; ; tries += 1) {
      await this.#pause(pauseBeforeMs(tries, random));
      if (signal.aborted) return undefined;
      const outcome = await attempt(signal);
      if (signal.aborted) return undefined;
      if ('came' in outcome || outcome.failed === 'for_good' || nowMs() > endsAtMs) return outcome;
    }
  }

  /** Tries now instead of a little later: the network is back, or somebody is impatient. */
  hurry(): void {
    this.#hurry();
  }

  end(): void {
    this.#ending.abort();
    this.#hurry();
  }

  async #pause(pauseMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, pauseMs);
    this.#hurry = resolve;
    await promise;
    clearTimeout(timer);
  }
}
