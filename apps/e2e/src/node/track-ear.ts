import { listen, type Pcm } from '@earshot/client/node';
import { loudnessDb } from './goertzel.ts';

/** What is kept for the analysis: 40 frames of 10 ms. */
const keptFrames = 40;
/** Tones are sent at -12 dBFS; noise and harmonics stay below -50. */
const heardDb = -35;
/** A sample this large is not silence, nor comfort noise. */
const loudSample = 1_000;

/** Listens to one received track. */
export class TrackEar {
  readonly #frames: Pcm[] = [];
  readonly #stop: () => void;
  /** When the last loud frame came, as `performance.now()` counts. */
  lastLoudAtMs = Number.NEGATIVE_INFINITY;

  constructor(track: MediaStreamTrack) {
    this.#stop = listen(track, (frame) => this.#take(frame));
  }

  /** Which of the frequencies have been heard throughout the last 400 ms or so. */
  hears(frequencies: readonly number[]): number[] {
    const [first] = this.#frames;
    if (!first || this.#frames.length < keptFrames) return [];
    const { sampleRateHz } = first;
    const samples = Int16Array.from(this.#frames.flatMap(leftChannel));
    return frequencies.filter((hz) => loudnessDb(samples, { hz, sampleRateHz }) > heardDb);
  }

  close(): void {
    this.#stop();
  }

  #take(frame: Pcm): void {
    this.#frames.push(frame);
    if (this.#frames.length > keptFrames) this.#frames.shift();
    if (frame.samples.some((sample) => Math.abs(sample) > loudSample)) this.lastLoudAtMs = performance.now();
  }
}

function leftChannel({ samples, channels }: Pcm): number[] {
  return [...samples].filter((_, index) => index % channels === 0);
}
