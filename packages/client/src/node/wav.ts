import type { Pcm } from './pcm.ts';
import { resample } from './resample.ts';
import { sampleReader } from './sample-reader.ts';

/** The real format then stands in the first two bytes of a GUID (WAVEFORMATEXTENSIBLE). */
const extensibleFormat = 0xff_fe;
/** What WebRTC takes without another step. */
const outputRateHz = 48_000;

interface Format {
  tag: number;
  channels: number;
  sampleRateHz: number;
  bitsPerSample: number;
}

/**
 * Reads a RIFF/WAVE file: integers of 8 to 32 bits or floats, mono or stereo, at 8 to 192 kHz. It becomes
 * 16 bits, at its own rate where WebRTC takes it and at 48 kHz else. @throws TypeError for anything else.
 */
export function readWav(bytes: Uint8Array): Pcm {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || fourCc(view, 0) !== 'RIFF' || fourCc(view, 8) !== 'WAVE') {
    throw new TypeError('not a WAV file');
  }
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = fourCc(view, at);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === 'fmt ' && body + 16 <= bytes.length) format = readFormat(view, body);
    if (name === 'data') return readSamples(view, { format, body, size });
    // Chunks are padded to even lengths.
    at = body + size + (size % 2);
  }
  throw new TypeError('the WAV file has no data');
}

function readFormat(view: DataView, at: number): Format {
  const tag = view.getUint16(at, true);
  return {
    tag: tag === extensibleFormat && at + 26 <= view.byteLength ? view.getUint16(at + 24, true) : tag,
    channels: view.getUint16(at + 2, true),
    sampleRateHz: view.getUint32(at + 4, true),
    bitsPerSample: view.getUint16(at + 14, true),
  };
}

function readSamples(
  view: DataView,
  { format, body, size }: { format: Format | undefined; body: number; size: number },
): Pcm {
  if (!format) throw new TypeError('the WAV file has data before its format');
  const { tag, bitsPerSample, channels, sampleRateHz } = format;
  const read = sampleReader({ tag, bitsPerSample });
  if (!read) {
    throw new TypeError(
      `a WAV file of format ${tag} with ${bitsPerSample} bits cannot be read: PCM is needed`,
    );
  }
  if (channels < 1 || channels > 2 || sampleRateHz < 8_000 || sampleRateHz > 192_000) {
    throw new TypeError(`a WAV file of ${channels} channels at ${sampleRateHz} Hz cannot be played`);
  }
  const bytes = bitsPerSample / 8;
  // A program that writes to a pipe cannot know the size, and leaves it at its highest.
  const length = Math.floor(Math.min(size, view.byteLength - body) / (bytes * channels)) * channels;
  const samples = Int16Array.from({ length }, (_, index) => read(view, body + bytes * index));
  const pcm = { samples, sampleRateHz, channels };
  const playable = sampleRateHz % 100 === 0 && sampleRateHz <= outputRateHz;
  return playable ? pcm : resample(pcm, outputRateHz);
}

function fourCc(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
