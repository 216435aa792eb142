import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Clock } from '@earshot/lifetime';
import type { Load } from './difficulty.ts';

const lookEveryMs = 1_000;
const resolutionMs = 20;

/** Looks once a second at how busy the server has been in it. */
export class LoadWatch {
  readonly #delay = monitorEventLoopDelay({ resolution: resolutionMs });
  readonly #cancel: () => void;
  #joins = 0;
  #load: Load = { loopDelayMs: 0, joinsPerSecond: 0 };

  constructor({ clock }: { clock: Clock }) {
    this.#delay.enable();
    this.#cancel = clock.every(lookEveryMs, () => this.#look());
  }

  get load(): Load {
    return this.#load;
  }

  joinTried(): void {
    this.#joins += 1;
  }

  close(): void {
    this.#cancel();
    this.#delay.disable();
  }

  #look(): void {
    // The histogram measures the whole interval between two of its own ticks.
    const meanMs = this.#delay.mean / 1e6 - resolutionMs;
    this.#load = {
      loopDelayMs: Number.isFinite(meanMs) ? Math.max(0, meanMs) : 0,
      joinsPerSecond: this.#joins / (lookEveryMs / 1_000),
    };
    this.#joins = 0;
    this.#delay.reset();
  }
}
