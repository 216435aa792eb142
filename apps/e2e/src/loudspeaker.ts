import type { Page } from '@playwright/test';

/** What is not there at all measures far below this, in dBFS. */
const floorDb = -120;

/**
 * Measures what a page plays, after volumes, muting and Web Audio: the sound of its own tab, captured as
 * when somebody shares it. Only for a person who is `measured`; `listen` has to be called on each page load.
 */
export class Loudspeaker {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async listen(): Promise<void> {
    await this.#page.evaluate(capture);
  }

  /** How loud each frequency is on average over `windowMs`, in dBFS. */
  async loudness<Hz extends number>(
    frequencies: readonly Hz[],
    windowMs = 1_000,
  ): Promise<Record<Hz, number>> {
    const levels = await this.#page.evaluate(measure, { frequencies: [...frequencies], windowMs });
    const entries = frequencies.map((hz, index) => [hz, Math.max(levels[index] ?? floorDb, floorDb)]);
    return Object.fromEntries(entries) as Record<Hz, number>;
  }
}

interface Captured {
  captured: { analyser: AnalyserNode; sampleRate: number };
}

/** Runs in the page. */
async function capture(): Promise<void> {
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: true,
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    preferCurrentTab: true,
  } as DisplayMediaStreamOptions);
  const context = new AudioContext();
  await context.resume();
  const analyser = context.createAnalyser();
  analyser.fftSize = 8_192;
  analyser.smoothingTimeConstant = 0;
  context.createMediaStreamSource(stream).connect(analyser);
  (window as unknown as Captured).captured = { analyser, sampleRate: context.sampleRate };
}

/** Runs in the page. */
async function measure({
  frequencies,
  windowMs,
}: {
  frequencies: number[];
  windowMs: number;
}): Promise<number[]> {
  const { analyser, sampleRate } = (window as unknown as Captured).captured;
  const bins = new Float32Array(analyser.frequencyBinCount);
  const powers = frequencies.map(() => 0);
  const endMs = performance.now() + windowMs;
  let looks = 0;
  while (performance.now() < endMs) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    analyser.getFloatFrequencyData(bins);
    looks += 1;
    frequencies.forEach((hz, index) => {
      const bin = Math.round((hz / sampleRate) * analyser.fftSize);
      powers[index] = (powers[index] ?? 0) + 10 ** (Math.max(...bins.subarray(bin - 3, bin + 4)) / 10);
    });
  }
  return powers.map((power) => 10 * Math.log10(power / looks));
}
