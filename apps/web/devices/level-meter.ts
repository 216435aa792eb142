/** What a level is shown as, from silence (0) to as loud as it gets (1). */
export function levelOnScale(dbov: number): number {
  return Math.min(1, Math.max(0, (dbov + 60) / 50));
}

/** Up at once, down gently: an ear forgives a slow fall, not a late rise. */
export function follow(shown: number, heard: number, elapsedMs: number): number {
  if (heard >= shown) return heard;
  return Math.max(heard, shown - elapsedMs / 350);
}

/**
 * Measures a microphone's track while it is looked at. `onLevel` is called on every frame with what to
 * show (0 to 1). Returns its undo.
 */
export function measureLevel(track: MediaStreamTrack, onLevel: (shown: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) }).connect(analyser);

  const samples = new Float32Array(analyser.fftSize);
  let shown = 0;
  let lastMs = performance.now();
  let frame = requestAnimationFrame(look);

  function look(nowMs: number) {
    analyser.getFloatTimeDomainData(samples);
    shown = follow(shown, levelOnScale(loudness(samples)), nowMs - lastMs);
    lastMs = nowMs;
    onLevel(shown);
    frame = requestAnimationFrame(look);
  }

  // Where a page may not sound before a gesture, the context waits for one.
  const resume = () => void context.resume();
  window.addEventListener('pointerdown', resume);
  window.addEventListener('keydown', resume);
  resume();

  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('pointerdown', resume);
    window.removeEventListener('keydown', resume);
    void context.close();
  };
}

/** Root mean square in dBov. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / samples.length);
  return rms === 0 ? -127 : Math.max(-127, 20 * Math.log10(rms));
}
