import { expect, test } from '@jest/globals';
import { readWav } from './wav.ts';

interface Chunk {
  name: string;
  body: Buffer;
  /** What its header says, where that is not the truth. */
  size?: number;
}

function wav(...chunks: Chunk[]): Buffer {
  const parts = chunks.flatMap(({ name, body, size = body.length }) => {
    const header = Buffer.alloc(8);
    header.write(name, 0, 'latin1');
    header.writeUInt32LE(size, 4);
    return [header, body, Buffer.alloc(body.length % 2)];
  });
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), ...parts]);
}

function format({ tag = 1, channels = 1, rate = 16_000, bits = 16, extra = Buffer.alloc(0) } = {}): Chunk {
  const body = Buffer.alloc(16);
  body.writeUInt16LE(tag, 0);
  body.writeUInt16LE(channels, 2);
  body.writeUInt32LE(rate, 4);
  body.writeUInt32LE(rate * channels * 2, 8);
  body.writeUInt16LE(channels * 2, 12);
  body.writeUInt16LE(bits, 14);
  return { name: 'fmt ', body: Buffer.concat([body, extra]) };
}

const data: Chunk = { name: 'data', body: Buffer.from([1, 0, 0xff, 0xff, 0, 0x80, 2, 0]) };

test('reads 16-bit samples, little-endian, whatever chunks stand before them', () => {
  const odd = { name: 'LIST', body: Buffer.from('odd') };
  expect(readWav(wav(format(), odd, data))).toEqual({
    samples: Int16Array.of(1, -1, -32_768, 2),
    sampleRateHz: 16_000,
    channels: 1,
  });
});

test('reads the extensible form, and a stream whose length its writer did not know', () => {
  const extra = Buffer.alloc(24);
  extra.writeUInt16LE(1, 8);
  const endless = { ...data, size: 0xff_ff_ff_ff };
  const { samples, channels } = readWav(wav(format({ tag: 0xff_fe, channels: 2, extra }), endless));
  expect([samples.length, channels]).toEqual([4, 2]);
});

test.each([
  ['something else', Buffer.from('ID3 this is an mp3')],
  ['an empty file', Buffer.alloc(0)],
  ['no data', wav(format())],
  ['data without a format', wav(data)],
  ['compressed sound', wav(format({ tag: 17, bits: 4 }), data)],
  ['20 bits', wav(format({ bits: 20 }), data)],
  ['six channels', wav(format({ channels: 6 }), data)],
  ['a rate below all voices', wav(format({ rate: 4_000 }), data)],
  ['a rate beyond all microphones', wav(format({ rate: 384_000 }), data)],
])('refuses %s', (_, bytes) => {
  expect(() => readWav(bytes)).toThrow(/WAV/);
});

/** These four samples as each width writes them. */
const loud = [0.5, -0.5, -1, 0];
const widths: Record<
  string,
  [tag: number, bits: number, write: (body: Buffer, value: number, index: number) => void]
> = {
  '8 bits': [1, 8, (body, value, index) => body.writeUInt8(Math.round(128 + value * 128), index)],
  '24 bits': [1, 24, (body, value, index) => body.writeIntLE(Math.round(value * 2 ** 23), index * 3, 3)],
  '32 bits': [1, 32, (body, value, index) => body.writeInt32LE(Math.round(value * 2 ** 31), index * 4)],
  floats: [3, 32, (body, value, index) => body.writeFloatLE(value, index * 4)],
  doubles: [3, 64, (body, value, index) => body.writeDoubleLE(value, index * 8)],
};

test.each(Object.entries(widths))('reads %s', (_, [tag, bits, write]) => {
  const body = Buffer.alloc((loud.length * bits) / 8);
  for (const [index, value] of loud.entries()) write(body, value, index);
  const { samples } = readWav(wav(format({ tag, bits }), { name: 'data', body }));
  expect(samples).toHaveLength(4);
  for (const [index, value] of loud.entries()) {
    expect(Math.abs((samples[index] ?? 9) - value * 32_768)).toBeLessThanOrEqual(1);
  }
});

test.each([22_050, 44_100, 11_025, 96_000])('a tone at %d Hz is the same tone in the end', (rate) => {
  const frames = rate / 10;
  const body = Buffer.alloc(Math.floor(frames) * 4);
  for (let index = 0; index < Math.floor(frames); index += 1) {
    const value = Math.round(16_000 * Math.sin((2 * Math.PI * 440 * index) / rate));
    body.writeInt16LE(value, index * 4);
    body.writeInt16LE(-value, index * 4 + 2);
  }
  const pcm = readWav(wav(format({ rate, channels: 2 }), { name: 'data', body }));
  const { samples, sampleRateHz } = pcm;
  expect(sampleRateHz % 100).toBe(0);
  expect(Math.abs(samples.length - sampleRateHz / 5)).toBeLessThanOrEqual(4);
  for (let frame = 500; frame < sampleRateHz / 10 - 500; frame += 97) {
    const wanted = 16_000 * Math.sin((2 * Math.PI * 440 * frame) / sampleRateHz);
    expect(Math.abs((samples[frame * 2] ?? 0) - wanted)).toBeLessThan(60);
    expect(Math.abs((samples[frame * 2 + 1] ?? 0) + wanted)).toBeLessThan(60);
  }
});

test('what the new rate cannot carry is taken away, and not folded down', () => {
  const rate = 96_000;
  const body = Buffer.alloc(rate / 5);
  for (let index = 0; index < rate / 10; index += 1) {
    body.writeInt16LE(Math.round(16_000 * Math.sin((2 * Math.PI * 40_000 * index) / rate)), index * 2);
  }
  const { samples } = readWav(wav(format({ rate }), { name: 'data', body }));
  expect(Math.max(...samples.subarray(500, 4_300))).toBeLessThan(100);
});
