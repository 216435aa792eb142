/** Format tags of RIFF/WAVE (RFC 2361). */
const integers = 1;
const floats = 3;

/** Reads the sample at an offset as 16 bits. */
export type SampleReader = (view: DataView, at: number) => number;

const readers: Readonly<Record<string, SampleReader>> = {
  // Only 8 bits are unsigned.
  [`${integers}/8`]: (view, at) => (view.getUint8(at) - 128) << 8,
  [`${integers}/16`]: (view, at) => view.getInt16(at, true),
  [`${integers}/24`]: (view, at) => view.getInt16(at + 1, true),
  [`${integers}/32`]: (view, at) => view.getInt16(at + 2, true),
  [`${floats}/32`]: (view, at) => fromFloat(view.getFloat32(at, true)),
  [`${floats}/64`]: (view, at) => fromFloat(view.getFloat64(at, true)),
};

/** The reader for samples of that kind; undefined for compressed ones and strange widths. */
export function sampleReader({
  tag,
  bitsPerSample,
}: {
  tag: number;
  bitsPerSample: number;
}): SampleReader | undefined {
  return readers[`${tag}/${bitsPerSample}`];
}

function fromFloat(value: number): number {
  return Math.round(Math.max(-1, Math.min(1, Number.isFinite(value) ? value : 0)) * 32_767);
}
