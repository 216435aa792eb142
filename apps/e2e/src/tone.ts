import { writeFileSync } from 'node:fs';

export const sampleRate = 48_000;

/**
 * A mono 16-bit WAV file of one tone, swelling and fading eight times a second: noise suppression takes a
 * steady tone for noise, and this passes for a voice.
 */
export function writeTone(path: string, { hz, seconds = 10 }: { hz: number; seconds?: number }): void {
  const samples = Int16Array.from({ length: sampleRate * seconds }, (_, index) => {
    const time = index / sampleRate;
    const swell = 0.55 + 0.45 * Math.sin(2 * Math.PI * 8 * time);
    return Math.round(Math.sin(2 * Math.PI * hz * time) * swell * 0.5 * 32_767);
  });
  writeFileSync(path, wavOf(samples));
}

export function wavOf(samples: Int16Array): Buffer {
  return Buffer.concat([wavHeader(samples.byteLength), Buffer.from(samples.buffer)]);
}

/** RIFF/WAVE, PCM, mono, 16 bits. */
function wavHeader(bytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}
