/** Two soft notes, a fifth apart, in hertz and seconds from the start. */
const notes = [
  { hz: 440, atS: 0.05 },
  { hz: 660, atS: 0.4 },
] as const;
const noteS = 0.6;
const wholeMs = 1_200;

/** Plays a short sound at a loudspeaker; empty is the system's. Resolves when it is over. */
export async function playTestSound(sinkId: string): Promise<void> {
  const context = new AudioContext();
  const element = new Audio() as HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> };
  try {
    // Through an element, as voices are: it goes where they go in every browser that lets one choose.
    const out = context.createMediaStreamDestination();
    for (const note of notes) ring(context, out, note);
    element.srcObject = out.stream;
    if (sinkId !== '') await element.setSinkId?.(sinkId).catch(() => {});
    await Promise.all([context.resume(), element.play()]);
    await new Promise((resolve) => setTimeout(resolve, wholeMs));
  } finally {
    element.srcObject = null;
    await context.close();
  }
}

function ring(context: AudioContext, out: AudioNode, { hz, atS }: { hz: number; atS: number }): void {
  const start = context.currentTime + atS;
  const tone = new OscillatorNode(context, { type: 'sine', frequency: hz });
  const swell = new GainNode(context, { gain: 0 });
  swell.gain.setValueAtTime(0, start);
  swell.gain.linearRampToValueAtTime(0.25, start + 0.03);
  swell.gain.exponentialRampToValueAtTime(0.001, start + noteS);
  tone.connect(swell).connect(out);
  tone.start(start);
  tone.stop(start + noteS);
}
