/** What a level is shown as, from silence (0) to as loud as it gets (1). */
export function levelOnScale(dbov: number): number {
  return Math.min(1, Math.max(0, (dbov + 60) / 50));
}

/** Up at once, down gently: an ear forgives a slow fall, not a late rise. */
export function follow(shown: number, heard: number, elapsedMs: number): number {
  if (heard >= shown) return heard;
  return Math.max(heard, shown - elapsedMs / 350);
}

/** What moves with a voice is drawn this often. A picture of the screen each time would cost more than the sound. */
export const drawEveryMs = 50;

/**
 * Measures a microphone's track while it is looked at. `onLevel` is called every `drawEveryMs` with what to
 * show (0 to 1). Returns its undo.
 */
export function measureLevel(track: MediaStreamTrack, onLevel: (shown: number) => void): () => void {
  let shown = 0;
  return listenTo(track, {
    everyMs: drawEveryMs,
    onLoudness: (dbov) => {
      shown = follow(shown, levelOnScale(dbov), drawEveryMs);
      onLevel(shown);
    },
  });
}

/** Measures a track also while the page is not drawn: `onLoudness` gets dBov. Returns its undo. */
export function listenTo(
  track: MediaStreamTrack,
  { everyMs, onLoudness }: { everyMs: number; onLoudness: (dbov: number) => void },
): () => void {
  const meter = new LoudnessMeter(track);
  const timer = setInterval(() => onLoudness(meter.read()), everyMs);
  return () => {
    clearInterval(timer);
    meter.close();
  };
}

class LoudnessMeter {
  readonly #context = new AudioContext();
  readonly #analyser = new AnalyserNode(this.#context, { fftSize: 1024 });
  readonly #samples = new Float32Array(this.#analyser.fftSize);
  readonly #gone = new AbortController();

  constructor(track: MediaStreamTrack) {
    const mediaStream = new MediaStream([track]);
    new MediaStreamAudioSourceNode(this.#context, { mediaStream }).connect(this.#analyser);
    // Where a page may not sound before a gesture, the context waits for one; it fails when closed meanwhile.
    const resume = () => void this.#context.resume().catch(() => {});
    const { signal } = this.#gone;
    window.addEventListener('pointerdown', resume, { signal });
    window.addEventListener('keydown', resume, { signal });
    resume();
  }

  /** How loud it is now, in dBov. */
  read(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return loudness(this.#samples);
  }

  close(): void {
    this.#gone.abort();
    void this.#context.close().catch(() => {});
  }
}

/** Root mean square in dBov. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / samples.length);
  return rms === 0 ? -127 : Math.max(-127, 20 * Math.log10(rms));
}
