import { beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { concat } from '../bytes.ts';
import { checkProperty } from '../testing/check-property.ts';
import { counting, fromHex, hex } from '../testing/hex.ts';
import type { MediaCodec } from './clear-bytes.ts';
import { MediaOpener } from './media-opener.ts';
import { MediaSealer } from './media-sealer.ts';
import { importBaseKey } from './sframe.ts';
import { decodeSframeHeader } from './sframe-header.ts';

const first = { generation: 0, step: 0 };
const second = { generation: 1, step: 0 };
const opus = counting(0xf8, 80);
let sealer: MediaSealer;
let opener: MediaOpener;

beforeEach(async () => {
  sealer = new MediaSealer(5);
  opener = new MediaOpener();
  const baseKey = await importBaseKey(counting(1, 32));
  sealer.use(first, baseKey);
  opener.install(5, first, baseKey);
});

const startCode = [0, 0, 0, 1];
const frames: [what: string, codec: MediaCodec, frame: Uint8Array, clear: string][] = [
  ['a voice', 'opus', opus, ''],
  ['a VP9 picture', 'vp9', counting(0x80, 50), ''],
  ['a VP8 key frame', 'vp8', counting(0x10, 300), '10111213141516171819'],
  ['a VP8 delta frame', 'vp8', counting(0x11, 30), '11'],
  [
    'an H.264 key frame',
    'h264',
    new Uint8Array([
      ...startCode,
      0x67,
      1,
      2,
      ...startCode,
      0x68,
      3,
      ...startCode,
      0x65,
      0x88,
      0x84,
      9,
      8,
      7,
    ]),
    '0000000167010200000001680300000001658884',
  ],
];

test.each(frames)('%s comes out as it went in, with the first bytes of %s in the clear', async (...args) => {
  const [, codec, frame, clear] = args;
  const sealed = await sealer.seal(1, codec, frame);
  expect(hex(sealed).startsWith(clear)).toBe(true);
  expect(Buffer.from(sealed).includes(Buffer.from(frame.subarray(clear.length / 2)))).toBe(false);
  const { from, frame: opened } = await opener.open(codec, sealed);
  expect(hex(opened)).toBe(hex(frame));
  expect(from).toEqual({ slot: 5, stream: 1, ...first });
});

test.each(frames)('%s is refused with any byte changed', async (...args) => {
  const [, codec, frame] = args;
  const sealed = await sealer.seal(1, codec, frame);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = new Uint8Array(sealed);
    changed[at] = (changed[at] as number) ^ 0x10;
    await expect(opener.open(codec, changed)).rejects.toMatchObject({ name: 'CryptoError' });
  }
});

test('a frame is heard once, also when its double comes at the same moment', async () => {
  const sealed = await sealer.seal(0, 'opus', opus);
  const both = await Promise.allSettled([opener.open('opus', sealed), opener.open('opus', sealed)]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await expect(opener.open('opus', sealed)).rejects.toMatchObject({ code: 'replayed' });
});

test('a forged frame does not push the window on', async () => {
  const real = await sealer.seal(0, 'opus', opus);
  const forged = concat(fromHex('a9140000ffff'), counting(0, 60));
  await expect(opener.open('opus', forged)).rejects.toMatchObject({ name: 'CryptoError' });
  expect((await opener.open('opus', real)).frame).toEqual(opus);
});

test('a counter goes on when the key changes, and each stream has its own', async () => {
  const counterOf = async (stream: number) =>
    decodeSframeHeader(await sealer.seal(stream, 'opus', opus)).counter;
  expect([await counterOf(0), await counterOf(0), await counterOf(1)]).toEqual([0n, 1n, 0n]);
  sealer.use(second, await importBaseKey(counting(2, 32)));
  expect([await counterOf(0), await counterOf(1)]).toEqual([2n, 1n]);
});

test('a screen does not pass for a camera, nor one member for another', async () => {
  const sealed = await sealer.seal(2, 'opus', opus);
  const other = new MediaOpener();
  other.install(6, first, await importBaseKey(counting(1, 32)));
  await expect(other.open('opus', sealed)).rejects.toMatchObject({ code: 'unknown_key' });
  const relabelled = new Uint8Array(sealed);
  // The stream stands in the first byte of the key id.
  relabelled[1] = (relabelled[1] as number) ^ 1;
  await expect(opener.open('opus', relabelled)).rejects.toMatchObject({ code: 'wrong_key' });
});

test('without a key nothing is sealed, and what was dropped opens nothing', async () => {
  await expect(new MediaSealer(1).seal(0, 'opus', opus)).rejects.toMatchObject({ code: 'unknown_key' });
  const sealed = await sealer.seal(0, 'opus', opus);
  opener.drop(5, first);
  await expect(opener.open('opus', sealed)).rejects.toMatchObject({ code: 'unknown_key' });
  opener.install(5, second, await importBaseKey(counting(2, 32)));
  opener.dropSlot(5);
  expect(() => opener.baseKey(5, second)).toThrow(expect.objectContaining({ code: 'unknown_key' }));
});

test('a sealed H.264 frame holds no start code that its sender did not write', async () => {
  const head = new Uint8Array([...startCode, 0x41, 0x9a, 0]);
  await checkProperty(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (body) => {
      const sealed = await sealer.seal(3, 'h264', concat(head, body));
      expect(hex(sealed.subarray(7)).match(/^(..)*?00000[012]/)).toBeNull();
      expect((await opener.open('h264', sealed)).frame).toEqual(concat(head, body));
    }),
  );
});

test('start codes of three bytes come out with four, as receivers write them', async () => {
  const sealed = await sealer.seal(3, 'h264', new Uint8Array([0, 0, 1, 0x41, 0x9a, 1, 2, 3]));
  expect((await opener.open('h264', sealed)).frame).toEqual(
    new Uint8Array([...startCode, 0x41, 0x9a, 1, 2, 3]),
  );
});

test('what is no frame is neither sealed nor opened', async () => {
  for (const [codec, frame] of [
    ['opus', ''],
    ['vp8', '10ffff'],
    ['h264', '00000167ffff'],
    ['h264', 'ffffffffff'],
  ] as const) {
    await expect(sealer.seal(0, codec, fromHex(frame))).rejects.toMatchObject({ code: 'malformed' });
    await expect(opener.open(codec, fromHex(frame))).rejects.toMatchObject({ code: 'malformed' });
  }
});
