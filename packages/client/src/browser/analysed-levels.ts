import type { DecodedLevels } from '../private/encryption-engine.ts';

const lookEveryMs = 83;
/** About as many samples as pass from one look to the next, at 48 kHz. */
const samples = 4_096;
/** Quieter than this is silence, in dBov. */
const silenceDbov = -60;

interface Watched {
  readonly source: MediaStreamAudioSourceNode;
  readonly analyser: AnalyserNode;
}

/**
 * How loud decoded tracks are, 12 times a second while the page can be seen: in an encrypted room nobody else
 * can tell. One context for all, and no output, so that no browser wants a gesture for more than its start.
 */
export class AnalysedLevels implements DecodedLevels {
  readonly #onLevels: (levels: ReadonlyMap<string, number>) => void;
  readonly #watched = new Map<string, Watched>();
  readonly #buffer = new Float32Array(samples);
  readonly #follow = () => this.#followPage();
  #context: AudioContext | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #spoke = false;

  constructor(onLevels: (levels: ReadonlyMap<string, number>) => void) {
    this.#onLevels = onLevels;
    document.addEventListener('visibilitychange', this.#follow);
  }

  add(id: string, track: MediaStreamTrack): () => void {
    this.#remove(id);
    this.#context ??= new AudioContext();
    const source = this.#context.createMediaStreamSource(new MediaStream([track]));
    const analyser = this.#context.createAnalyser();
    analyser.fftSize = samples;
    source.connect(analyser);
    const watched = { source, analyser };
    this.#watched.set(id, watched);
    this.#followPage();
    return () => {
      if (this.#watched.get(id) === watched) this.#remove(id);
    };
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.#follow);
    for (const id of [...this.#watched.keys()]) this.#remove(id);
    this.#context?.close().catch(() => {});
    this.#context = undefined;
  }

  #remove(id: string): void {
    this.#watched.get(id)?.source.disconnect();
    this.#watched.delete(id);
    this.#followPage();
  }

  #followPage(): void {
    const runs = this.#watched.size > 0 && document.visibilityState === 'visible';
    if (runs === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = runs ? setInterval(() => this.#look(), lookEveryMs) : undefined;
    // Refused without a gesture; the next look tries again.
    if (runs) this.#context?.resume().catch(() => {});
    else this.#context?.suspend().catch(() => {});
  }

  #look(): void {
    if (this.#context?.state === 'suspended') this.#context.resume().catch(() => {});
    const levels = new Map<string, number>();
    for (const [id, { analyser }] of this.#watched) {
      analyser.getFloatTimeDomainData(this.#buffer);
      const dbov = loudness(this.#buffer);
      if (dbov > silenceDbov) levels.set(id, dbov);
    }
    // Of silence nobody has to be told twice.
    if (levels.size > 0 || this.#spoke) this.#onLevels(levels);
    this.#spoke = levels.size > 0;
  }
}

/** Root mean square in dBov, as RFC 6464 measures it. */
function loudness(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.max(-127, 10 * Math.log10(sum / values.length + 1e-13));
}
