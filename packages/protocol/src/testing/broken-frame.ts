import fc from 'fast-check';
import { type Codec, type Frame, jsonCodec, msgpackCodec } from '../codec.ts';
import { plausibleMessage } from './arbitrary-message.ts';

const somePieces = {
  text: fc.oneof(
    fc.constantFrom(...'{}[],:"\\-0'),
    fc.constantFrom(
      '\\u',
      '\\ud800',
      '1e999',
      'null',
      '"__proto__":',
      '{"a":'.repeat(20),
      '['.repeat(20),
      '0,'.repeat(5_000),
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  bytes: fc.oneof(
    fc
      .constantFrom(
        ...[
          [0xc1],
          [0xdc, 0x10, 0],
          [0xdd, 0xff, 0xff, 0xff, 0xff],
          [0xdf, 0, 0, 1, 0],
          [0xdb, 0, 1, 0, 0],
          [0xc6, 0, 0, 0, 9],
        ],
        ...[
          [0xc7, 0, 5],
          [0xd6, 0xff, 0, 0, 0, 0],
          [0xcb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0],
          [0xcf, ...Array(8).fill(0xff)],
        ],
        ...[
          [0xa9, ...new TextEncoder().encode('__proto__')],
          [0xa3, 0xed, 0xa0, 0x80],
          Array(20).fill(0x91),
          Array(20).fill(0x81),
        ],
      )
      .map((values) => new Uint8Array(values)),
    fc.uint8Array({ maxLength: 4 }),
  ),
};

interface Edit<Piece> {
  at: number;
  remove: number;
  insert: Piece;
}

const edits = <Piece>(insert: fc.Arbitrary<Piece>): fc.Arbitrary<Edit<Piece>[]> =>
  fc.array(fc.record({ at: fc.nat(), remove: fc.nat(4), insert }), { minLength: 1, maxLength: 4 });

const brokenText = fc
  .tuple(
    plausibleMessage.map((message) => jsonCodec.encode(message) as string),
    edits(somePieces.text),
  )
  .map(([frame, all]) =>
    all.reduce((text, { at, remove, insert }) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + insert + text.slice(start + remove);
    }, frame),
  );

const brokenBytes = fc
  .tuple(
    plausibleMessage.map((message) => msgpackCodec.encode(message) as Uint8Array),
    edits(somePieces.bytes),
  )
  .map(([frame, all]) =>
    all.reduce((bytes, { at, remove, insert }) => {
      const start = at % (bytes.length + 1);
      return new Uint8Array([...bytes.subarray(0, start), ...insert, ...bytes.subarray(start + remove)]);
    }, frame),
  );

/** Frames in which a few characters or bytes are not what they were, and frames made of nothing else. */
export function brokenFrame(codec: Codec): fc.Arbitrary<Frame> {
  const frames: fc.Arbitrary<string | Uint8Array> = codec.binary
    ? fc.oneof(brokenBytes, fc.uint8Array({ maxLength: 200 }), fc.array(somePieces.bytes).map(joined))
    : fc.oneof(
        brokenText,
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(somePieces.text).map((all) => all.join('')),
      );
  return frames as fc.Arbitrary<Frame>;
}

function joined(pieces: Uint8Array[]): Uint8Array {
  return new Uint8Array(pieces.flatMap((piece) => [...piece]));
}
