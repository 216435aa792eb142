import type { Page } from '@playwright/test';

/** Loudness of each frequency that was asked for, in dBFS. */
export type Spectrum = ReadonlyMap<number, number>;

/** Louder than this counts as heard. Tones arrive near -20 dBFS, their harmonics and the noise below -60. */
const heardDb = -45;

/** Listens in the page to what was received, by Fourier transform of the received tracks. */
export class Ears {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The loudest each frequency gets within `windowMs`, over all received tracks together. */
  async spectrum(frequencies: readonly number[], windowMs = 600): Promise<Spectrum> {
    const loudest = await this.#page.evaluate(listen, { frequencies: [...frequencies], windowMs });
    return new Map(frequencies.map((hz, index) => [hz, loudest[index] ?? Number.NEGATIVE_INFINITY]));
  }

  /** Which of the frequencies are heard now. */
  async hears(frequencies: readonly number[]): Promise<number[]> {
    const spectrum = await this.spectrum(frequencies);
    return frequencies.filter((hz) => (spectrum.get(hz) ?? Number.NEGATIVE_INFINITY) > heardDb);
  }

  /**
   * How far each frequency stands out of those around it, in dB, on an average over `windowMs` of all tracks that are
   * received by then: next to nothing in noise, however loud it is, and in silence.
   */
  async prominence(frequencies: readonly number[], windowMs = 1_500): Promise<number[]> {
    return this.#page.evaluate(standOut, { frequencies: [...frequencies], windowMs });
  }

  /** How loud everything is together over `windowMs`, in dBFS. */
  async loudness(windowMs = 2_000): Promise<number> {
    return this.#page.evaluate(weigh, windowMs);
  }

  /** Starts to note, every few milliseconds, how loud one member's track is. */
  async watchLoudness(memberId: string): Promise<void> {
    await this.#page.evaluate(watch, memberId);
  }

  /** When that member was last loud, in milliseconds since the Unix epoch. */
  lastLoudAtMs(): Promise<number> {
    return this.#page.evaluate(() => (window as unknown as { lastLoudAtMs: number }).lastLoudAtMs);
  }

  /** How long that member has been silent now. */
  quietForMs(): Promise<number> {
    return this.#page.evaluate(
      () => Date.now() - (window as unknown as { lastLoudAtMs: number }).lastLoudAtMs,
    );
  }
}

interface RoomInPage {
  tracks: ReadonlyMap<string, MediaStreamTrack>;
  /** What shared screens play. */
  sounds: ReadonlyMap<string, MediaStreamTrack>;
}

/** Runs in the page. */
async function listen({
  frequencies,
  windowMs,
}: {
  frequencies: number[];
  windowMs: number;
}): Promise<number[]> {
  const { room } = (window as unknown as { earshot: { room: RoomInPage } }).earshot;
  const context = new AudioContext({ sampleRate: 48_000 });
  try {
    await context.resume();
    const analyser = context.createAnalyser();
    analyser.fftSize = 8_192;
    analyser.smoothingTimeConstant = 0;
    for (const track of [...room.tracks.values(), ...room.sounds.values()]) {
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    }
    const bins = new Float32Array(analyser.frequencyBinCount);
    const loudest = frequencies.map(() => Number.NEGATIVE_INFINITY);
    const endMs = performance.now() + windowMs;
    while (performance.now() < endMs) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      analyser.getFloatFrequencyData(bins);
      frequencies.forEach((hz, index) => {
        const bin = Math.round((hz / context.sampleRate) * analyser.fftSize);
        loudest[index] = Math.max(loudest[index] ?? -200, ...bins.subarray(bin - 2, bin + 3));
      });
    }
    return loudest;
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
async function standOut({
  frequencies,
  windowMs,
}: {
  frequencies: number[];
  windowMs: number;
}): Promise<number[]> {
  const { room } = (window as unknown as { earshot: { room: RoomInPage } }).earshot;
  const context = new AudioContext({ sampleRate: 48_000 });
  try {
    await context.resume();
    const analyser = context.createAnalyser();
    analyser.fftSize = 8_192;
    analyser.smoothingTimeConstant = 0;
    const heard = new Set<MediaStreamTrack>();
    const bins = new Float32Array(analyser.frequencyBinCount);
    const power = new Float64Array(bins.length);
    const endMs = performance.now() + windowMs;
    while (performance.now() < endMs) {
      for (const track of room.tracks.values()) {
        if (heard.has(track)) continue;
        heard.add(track);
        context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      }
      await new Promise((resolve) => setTimeout(resolve, 80));
      analyser.getFloatFrequencyData(bins);
      bins.forEach((db, bin) => {
        power[bin] = (power[bin] ?? 0) + 10 ** (Math.max(db, -200) / 10);
      });
    }
    return frequencies.map((hz) => {
      const hzPerBin = context.sampleRate / analyser.fftSize;
      const bin = Math.round(hz / hzPerBin);
      // The window widens a tone to a few bins; beyond these, up to 150 Hz off, is what it has to stand out of.
      const own = 6;
      const far = Math.round(150 / hzPerBin);
      const around = [...power.slice(bin - far, bin - own), ...power.slice(bin + own + 1, bin + far + 1)];
      const median = around.sort((one, other) => one - other)[around.length >> 1] ?? 0;
      return 10 * Math.log10(Math.max(...power.slice(bin - 2, bin + 3)) / median);
    });
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
async function watch(memberId: string): Promise<void> {
  const page = window as unknown as { earshot: { room: RoomInPage }; lastLoudAtMs: number };
  const track = page.earshot.room.tracks.get(memberId);
  if (!track) throw new Error(`nothing is received from ${memberId}`);
  const context = new AudioContext();
  await context.resume();
  const analyser = context.createAnalyser();
  // A short window ends soon after the sound does: 256 samples are 5 ms.
  analyser.fftSize = 256;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  page.lastLoudAtMs = 0;
  setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    if (samples.some((sample) => Math.abs(sample) > 0.01)) page.lastLoudAtMs = Date.now();
  }, 5);
}

/** Runs in the page. */
async function weigh(windowMs: number): Promise<number> {
  const { room } = (window as unknown as { earshot: { room: RoomInPage } }).earshot;
  const context = new AudioContext();
  try {
    await context.resume();
    const analyser = context.createAnalyser();
    analyser.fftSize = 2_048;
    for (const track of room.tracks.values()) {
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    }
    const samples = new Float32Array(analyser.fftSize);
    // The first moments are those of the graph, not of the sound.
    await new Promise((resolve) => setTimeout(resolve, 300));
    let sum = 0;
    let count = 0;
    const endMs = performance.now() + windowMs;
    while (performance.now() < endMs) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      analyser.getFloatTimeDomainData(samples);
      for (const sample of samples) sum += sample * sample;
      count += samples.length;
    }
    return 10 * Math.log10(sum / count + 1e-12);
  } finally {
    await context.close();
  }
}
