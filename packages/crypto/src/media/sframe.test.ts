import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkProperty } from '../testing/check-property.ts';
import { fromHex, hex } from '../testing/hex.ts';
import { decodeKeyId, encodeKeyId } from './key-id.ts';
import { deriveSframeKey, importBaseKey, openSframe, sealSframe } from './sframe.ts';
import { decodeSframeHeader, encodeSframeHeader } from './sframe-header.ts';

const rfc = JSON.parse(readFileSync(join(__dirname, '../../vectors/rfc-9605.json'), 'utf8'));

test('writes and reads every header of RFC 9605', () => {
  expect(rfc.header.length).toBeGreaterThan(200);
  for (const [kid, counter, encoded] of rfc.header) {
    expect(hex(encodeSframeHeader(BigInt(kid), BigInt(counter)))).toBe(encoded);
    const read = decodeSframeHeader(fromHex(`${encoded}ffff`));
    expect([read.kid, read.counter, hex(read.bytes)]).toEqual([BigInt(kid), BigInt(counter), encoded]);
  }
});

test('derives and seals as RFC 9605 does for AES_128_GCM_SHA256_128', async () => {
  const { kid, counter, baseKey, salt, metadata, plain, sealed } = rfc.sframe;
  const key = await deriveSframeKey(await importBaseKey(fromHex(baseKey)), BigInt(kid));
  expect(hex(key.salt)).toBe(salt);
  const frame = { counter: BigInt(counter), metadata: fromHex(metadata), plain: fromHex(plain) };
  expect(hex(await sealSframe(key, frame))).toBe(sealed);
  const whole = fromHex(sealed);
  const header = decodeSframeHeader(whole);
  expect(hex(await openSframe(key, { header, metadata: frame.metadata, frame: whole }))).toBe(plain);
});

test('keeps its keys where nobody can read them', async () => {
  const base = await importBaseKey(fromHex(rfc.sframe.baseKey));
  expect([base.extractable, (await deriveSframeKey(base, 1n)).key.extractable]).toEqual([false, false]);
});

test('a header has one text: what could be shorter is refused, and what is cut off', () => {
  // A key id of 7 in a byte of its own; 255 in two; cut off; nothing at all.
  for (const bad of ['8007', '9000ff', 'f0ffff', '08', '']) {
    expect(() => decodeSframeHeader(fromHex(bad))).toThrow(expect.objectContaining({ code: 'malformed' }));
  }
});

test('reads whatever bytes there are, or says that they are none', async () => {
  await checkProperty(
    fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
      try {
        const { kid, counter, bytes: header } = decodeSframeHeader(bytes);
        expect(encodeSframeHeader(kid, counter)).toEqual(header);
      } catch (error) {
        expect(error).toMatchObject({ code: 'malformed' });
      }
    }),
  );
});

test('a key id holds slot, stream, generation and step', async () => {
  await checkProperty(
    fc.property(fc.nat(1_023), fc.nat(15), fc.nat(1_023), fc.nat(15), (slot, stream, generation, step) => {
      const id = { slot, stream, generation, step };
      expect(decodeKeyId(BigInt(encodeKeyId(id)))).toEqual(id);
    }),
  );
  expect(() => encodeKeyId({ slot: 1_024, stream: 0, generation: 0, step: 0 })).toThrow(TypeError);
  expect(() => decodeKeyId(2n ** 28n)).toThrow(expect.objectContaining({ code: 'unknown_key' }));
});
