/**
 * How loud one frequency is in 16-bit samples, in dBFS of its peak: a Goertzel filter over a Hann window.
 */
export function loudnessDb(
  samples: Int16Array,
  { hz, sampleRateHz }: { hz: number; sampleRateHz: number },
): number {
  const omega = (2 * Math.PI * hz) / sampleRateHz;
  const coefficient = 2 * Math.cos(omega);
  let last = 0;
  let beforeLast = 0;
  samples.forEach((sample, index) => {
    const window = 1 - Math.cos((2 * Math.PI * index) / samples.length);
    const next = (sample / 32_768) * window + coefficient * last - beforeLast;
    beforeLast = last;
    last = next;
  });
  const power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
  return 20 * Math.log10((2 * Math.sqrt(Math.max(power, 1e-20))) / samples.length);
}
