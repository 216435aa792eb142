/** Timers fire on whole milliseconds; what is due sooner than this is handed on now. */
const timerGrainMs = 0.5;

export interface DelayLineOptions<T> {
  delayMs: number;
  deliver(item: T): void;
}

/** Hands on what is put in, in the same order, `delayMs` later. */
export class DelayLine<T> {
  readonly #options: DelayLineOptions<T>;
  readonly #waiting: { item: T; dueMs: number }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DelayLineOptions<T>) {
    this.#options = options;
  }

  get length(): number {
    return this.#waiting.length;
  }

  /** @param sentMs when it sets out, by `performance.now()`; may lie ahead */
  push(item: T, sentMs = performance.now()): void {
    this.#waiting.push({ item, dueMs: sentMs + this.#options.delayMs });
    if (!this.#timer) this.#run();
  }

  /** Drops whatever is under way. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.length = 0;
  }

  #run(): void {
    this.#timer = undefined;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const leftMs = next.dueMs - performance.now();
      if (leftMs > timerGrainMs) {
        this.#timer = setTimeout(() => this.#run(), leftMs);
        return;
      }
      this.#waiting.shift();
      this.#options.deliver(next.item);
    }
  }
}
