import type { CancelTimer, Clock } from '@earshot/lifetime';

interface SafetyCountingOptions {
  clock: Clock;
  /** Takes a twentieth of a second of the processor, on a phone a quarter. */
  count(): Promise<string>;
  onCounted(number: string): void;
}

type Counting =
  | { readonly at: 'rest' }
  | { readonly at: 'calming'; readonly sinceMs: number; readonly cancel: CancelTimer }
  /** `again`: people have changed since it began. */
  | { readonly at: 'work'; readonly again: boolean };

/** Once nobody has come or gone for so long. By then the keys are handed out, which must not wait for it. */
const calmForMs = 1_000;
const atLatestMs = 5_000;

/**
 * Works the room's safety number out when people have come or gone, once for all who did at about the same time.
 * Meanwhile the old one says nothing wrong about those who were there.
 */
export class SafetyCounting {
  readonly #options: SafetyCountingOptions;
  #counting: Counting = { at: 'rest' };
  #closed = false;

  constructor(options: SafetyCountingOptions) {
    this.#options = options;
  }

  /** Somebody came or went. */
  changed(): void {
    if (this.#closed) return;
    const before = this.#counting;
    if (before.at === 'work') {
      this.#counting = { at: 'work', again: true };
      return;
    }
    const { clock } = this.#options;
    const nowMs = clock.nowMs();
    if (before.at === 'calming') before.cancel();
    const sinceMs = before.at === 'calming' ? before.sinceMs : nowMs;
    const afterMs = Math.min(calmForMs, sinceMs + atLatestMs - nowMs);
    const cancel = clock.after(Math.max(0, afterMs), () => void this.#count());
    this.#counting = { at: 'calming', sinceMs, cancel };
  }

  close(): void {
    this.#closed = true;
    if (this.#counting.at === 'calming') this.#counting.cancel();
  }

  async #count(): Promise<void> {
    this.#counting = { at: 'work', again: false };
    try {
      const number = await this.#options.count();
      if (!this.#closed) this.#options.onCounted(number);
    } catch {
      // The old one stays until somebody comes or goes.
    }
    const again = this.#again;
    this.#counting = { at: 'rest' };
    if (again) this.changed();
  }

  get #again(): boolean {
    return this.#counting.at === 'work' && this.#counting.again;
  }
}
