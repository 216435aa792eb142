/** A piece of sound: 16-bit samples, those of its channels interleaved. */
export interface Pcm {
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
  readonly channels: number;
}

/** How long it is, in milliseconds. */
export function durationMs({ samples, sampleRateHz, channels }: Pcm): number {
  return (samples.length / channels / sampleRateHz) * 1_000;
}

/** Cuts it into the frames of 10 ms that WebRTC works with; silence fills up the last one. */
export function* framesOf({ samples, sampleRateHz, channels }: Pcm): Generator<Pcm> {
  const length = (sampleRateHz / 100) * channels;
  for (let start = 0; start < samples.length; start += length) {
    const frame = new Int16Array(length);
    frame.set(samples.subarray(start, start + length));
    yield { samples: frame, sampleRateHz, channels };
  }
}

/** A sine, such as `tone({ frequencyHz: 440, durationMs: 1_000 })`. The level is its peak, in dBFS. */
export function tone(options: { frequencyHz: number; durationMs: number; levelDb?: number }): Pcm {
  const { frequencyHz, durationMs, levelDb = -12 } = options;
  const sampleRateHz = 48_000;
  const peak = 32_767 * 10 ** (levelDb / 20);
  const step = (2 * Math.PI * frequencyHz) / sampleRateHz;
  const samples = Int16Array.from({ length: (sampleRateHz * durationMs) / 1_000 }, (_, index) =>
    Math.round(peak * Math.sin(step * index)),
  );
  return { samples, sampleRateHz, channels: 1 };
}
