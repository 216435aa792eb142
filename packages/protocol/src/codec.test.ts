import { expect, test } from '@jest/globals';
import { type Codec, codecFor, codecs, type Frame, jsonCodec, msgpackCodec } from './codec.ts';
import { RpcError } from './errors.ts';
import { limits } from './limits.ts';

const each = codecs.map((codec) => [codec.subprotocol, codec] as const);
const bytes = (...values: number[]) => new Uint8Array(values);
const refusal = (codec: Codec, frame: unknown): string | undefined => {
  try {
    codec.decode(frame as Frame);
    return undefined;
  } catch (error) {
    return (error as RpcError).error;
  }
};

/** An array in an array in an array. */
function nest(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 ? { value } : [value];
  return value;
}

test.each([
  ['earshot.v1.msgpack', msgpackCodec],
  ['earshot.v1.json', jsonCodec],
  ['earshot.v2.json', undefined],
  ['__proto__', undefined],
  ['', undefined],
])('the codec of the subprotocol %j', (subprotocol, codec) => {
  expect(codecFor(subprotocol)).toBe(codec);
});

test.each(each)('%s brings back what was encoded', (_name, codec) => {
  const message = {
    text: ['', 'Nguyễn', '👩🏽‍💻', 'x'.repeat(300), '\u0000\u2028"\\'],
    numbers: [
      0,
      1,
      -1,
      127,
      128,
      255,
      256,
      65_535,
      65_536,
      2 ** 32,
      2 ** 53 - 1,
      -(2 ** 53 - 1),
      0.1,
      -1e300,
    ],
    others: [true, false, null, [], {}],
  };
  expect(codec.decode(codec.encode(message))).toEqual(message);
});

test.each(each)('%s leaves out what is undefined', (_name, codec) => {
  expect(codec.decode(codec.encode({ a: undefined, b: 1 }))).toEqual({ b: 1 });
});

test.each(each)('%s makes of minus zero a zero', (_name, codec) => {
  expect(codec.decode(codec.encode([-0]))).toEqual([0]);
});

test.each(each)('%s refuses to encode what no frame can carry', (_name, codec) => {
  expect(() => codec.encode({ id: 1n })).toThrow();
  const loop: { self?: unknown } = {};
  loop.self = loop;
  expect(() => codec.encode(loop)).toThrow();
  expect(codec.decode(codec.encode({ still: 'works' }))).toEqual({ still: 'works' });
});

test('a frame stays as it is when the next one is encoded', () => {
  const frame = msgpackCodec.encode({ first: 'x'.repeat(100) });
  const copy = (frame as Uint8Array).slice();
  msgpackCodec.encode({ second: 'y'.repeat(200) });
  expect(frame).toEqual(copy);
});

test('a frame can be encoded while another one is', () => {
  let inner: Frame | undefined;
  const outer = msgpackCodec.encode({
    before: 'a',
    get trap() {
      inner ??= msgpackCodec.encode({ inner: 'b'.repeat(5_000) });
      return 1;
    },
    after: 'c',
  });
  expect(msgpackCodec.decode(outer)).toEqual({ before: 'a', trap: 1, after: 'c' });
  expect(inner && msgpackCodec.decode(inner)).toEqual({ inner: 'b'.repeat(5_000) });
});

test('takes text in JSON and bytes in MessagePack, not the reverse', () => {
  expect(refusal(jsonCodec, new TextEncoder().encode('{}'))).toBe('parse_error');
  expect(refusal(jsonCodec, bytes(5))).toBe('parse_error');
  expect(refusal(msgpackCodec, '5')).toBe('parse_error');
  expect(refusal(msgpackCodec, '{}')).toBe('parse_error');
});

test.each(each)('%s takes frames as deep as the limit, and none deeper', (_name, codec) => {
  expect(codec.decode(codec.encode(nest(limits.frameDepth)))).toEqual(nest(limits.frameDepth));
  expect(refusal(codec, codec.encode(nest(limits.frameDepth + 1)))).toBe('parse_error');
});

test.each(each)('%s takes arrays and objects as large as the limit, and none larger', (_name, codec) => {
  const object = (keys: number) =>
    Object.fromEntries(Array.from({ length: keys }, (_, key) => [`k${key}`, [1, 2]]));
  const fits = [Array(limits.arrayItems).fill(0), object(limits.objectKeys)];
  expect(codec.decode(codec.encode(fits))).toEqual(fits);
  expect(refusal(codec, codec.encode(Array(limits.arrayItems + 1).fill(0)))).toBe('parse_error');
  expect(refusal(codec, codec.encode(object(limits.objectKeys + 1)))).toBe('parse_error');
});

test('counts no brackets, commas or quotes inside JSON text', () => {
  const message = { '[{,"\\': '[[[[[[[[[[[[[[[[[[[[{"{"{"{",,,\\'.repeat(200) };
  expect(jsonCodec.decode(JSON.stringify(message))).toEqual(message);
  expect(jsonCodec.decode('["\\\\",["a\\"[[[[[[[[[[[[[[[[[["]]')).toEqual(['\\', ['a"[[[[[[[[[[[[[[[[[[']]);
});

test('asks for no memory that a frame only claims', () => {
  const claims = new Uint8Array(limits.frameBytes - 1);
  // 0xdc 0x10 0x00: an array of 4,096, in an array of 4,096, in an array…
  for (let at = 0; at < claims.length; at += 3) claims.set([0xdc, 0x10], at);
  const before = process.memoryUsage().heapTotal;
  expect(refusal(msgpackCodec, claims)).toBe('parse_error');
  expect(process.memoryUsage().heapTotal - before).toBeLessThan(50_000_000);
});

test.each([
  ['nothing', bytes()],
  ['a cut string', bytes(0xa5, 0x61)],
  ['a cut number', bytes(0xcb, 0, 0)],
  ['a cut array', bytes(0x92, 1)],
  ['a cut map', bytes(0x81, 0xa1, 0x61)],
  ['a cut length', bytes(0xdb, 0, 0)],
  ['a string of 4 GB', bytes(0xdb, 0xff, 0xff, 0xff, 0xff, 0x61)],
  ['bytes of 4 GB', bytes(0xc6, 0xff, 0xff, 0xff, 0xff, 0x61)],
  ['an array of 4 G', bytes(0xdd, 0xff, 0xff, 0xff, 0xff)],
  ['a map of 2 G', bytes(0xdf, 0x80, 0, 0, 0)],
  ['two values', bytes(1, 2)],
  ['the byte that means nothing', bytes(0xc1)],
  ['a timestamp', bytes(0xd6, 0xff, 0, 0, 0, 0)],
  ['an empty extension', bytes(0xc7, 0, 5)],
  ['a fixed extension', bytes(0xd4, 5, 0)],
  ['a long extension', bytes(0xc9, 0, 0, 0, 1, 5, 0)],
  ['a list as a key', bytes(0x81, 0x90, 1)],
  ['nil as a key', bytes(0x81, 0xc0, 1)],
  ['the key __proto__', msgpackCodec.encode(JSON.parse('{"__proto__":{"a":1}}'))],
])('refuses in MessagePack %s', (_what, frame) => {
  expect(refusal(msgpackCodec, frame)).toBe('parse_error');
});

test.each([
  [''],
  ['{'],
  ['}'],
  ['[1,]'],
  [']['],
  ['{}{}'],
  ['nul'],
  ['"'],
  ['"\\'],
  [`${'['.repeat(9)}`],
  ["{'a':1}"],
  ['NaN'],
  [',,,,'],
])('refuses in JSON %j', (frame) => {
  expect(refusal(jsonCodec, frame)).toBe('parse_error');
});

test('nothing that is decoded changes what all objects have', () => {
  jsonCodec.decode('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  msgpackCodec.decode(msgpackCodec.encode({ constructor: { prototype: { polluted: 1 } } }));
  expect('polluted' in {}).toBe(false);
});

test('bytes that look like text stay bytes, and 64-bit integers become numbers', () => {
  expect(msgpackCodec.decode(bytes(0xc4, 1, 0x61))).toEqual(bytes(0x61));
  expect(msgpackCodec.decode(bytes(0xcf, 0, 0, 0, 0, 0, 0, 0, 7))).toBe(7);
  expect(typeof msgpackCodec.decode(bytes(0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0))).toBe('number');
});

test('a decoder that failed decodes the next frame', () => {
  expect(refusal(msgpackCodec, bytes(0x92, 0x92, 1))).toBe('parse_error');
  expect(msgpackCodec.decode(bytes(0x92, 1, 2))).toEqual([1, 2]);
});

test('says why a frame could not be decoded, for the log', () => {
  expect.assertions(2);
  try {
    jsonCodec.decode('{');
  } catch (error) {
    expect(error).toBeInstanceOf(RpcError);
    expect((error as RpcError).cause).toBeInstanceOf(SyntaxError);
  }
});
