import type { Pcm } from './pcm.ts';

/** Zero crossings of the sinc on either side: its stop band is some 70 dB down. */
const reach = 16;

/** The same sound at another rate, by a windowed sinc that also takes away what the new rate cannot carry. */
export function resample({ samples, sampleRateHz, channels }: Pcm, toHz: number): Pcm {
  const frames = samples.length / channels;
  const step = sampleRateHz / toHz;
  const cutoff = Math.min(1, 1 / step);
  const radius = reach / cutoff;
  const made = new Int16Array(Math.round(frames / step) * channels);
  for (let frame = 0; frame < made.length / channels; frame += 1) {
    const center = frame * step;
    const first = Math.max(0, Math.ceil(center - radius));
    const last = Math.min(frames - 1, Math.floor(center + radius));
    for (let channel = 0; channel < channels; channel += 1) {
      let sum = 0;
      for (let at = first; at <= last; at += 1) {
        sum += (samples[at * channels + channel] ?? 0) * kernel((at - center) * cutoff) * cutoff;
      }
      made[frame * channels + channel] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
    }
  }
  return { samples: made, sampleRateHz: toHz, channels };
}

/** A sinc under a Hann window, from a table: the sines would take longer than all the rest. */
function kernel(x: number): number {
  return table[Math.round(Math.abs(x) * tableSteps)] ?? 0;
}

/** Steps between two zero crossings. What is rounded away is 60 dB below the sound. */
const tableSteps = 2_048;

const table = Float32Array.from({ length: reach * tableSteps + 1 }, (_, index) => {
  const x = (Math.PI * index) / tableSteps;
  return index === 0 ? 1 : (Math.sin(x) / x) * (0.5 + 0.5 * Math.cos(x / reach));
});
