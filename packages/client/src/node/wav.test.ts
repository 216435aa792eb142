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
  ['floats', wav(format({ tag: 3, bits: 32 }), data)],
  ['24 bits', wav(format({ bits: 24 }), data)],
  ['six channels', wav(format({ channels: 6 }), data)],
  ['an odd rate', wav(format({ rate: 11_025 }), data)],
  ['a rate beyond Opus', wav(format({ rate: 96_000 }), data)],
])('refuses %s', (_, bytes) => {
  expect(() => readWav(bytes)).toThrow(/WAV/);
});
