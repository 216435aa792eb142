import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RpcError } from '../errors.ts';
import { limits } from '../limits.ts';
import { checkProperty } from '../testing/check-property.ts';
import { cpuTimeMs } from '../testing/cpu-time.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { ChatCommand, ChatEvent } from './chat.ts';
import { readContent, writeContent } from './content.ts';
import { FileFrame } from './file-frame.ts';
import { PostDown, PostUp, Refusal } from './post.ts';

const schemas = { PostUp, PostDown, Refusal, ChatCommand, ChatEvent, FileFrame };
const id = 'abcdefghijklmnop';
const whole = [
  ['game', null, new Uint8Array(3)],
  ['game', [1, 2], new Uint8Array(3)],
  { number: 1, error: 'receiver_slow' },
  { do: 'send', id, text: 'hello', replyTo: id },
  { do: 'send', id, text: '', sealed: new Uint8Array(9) },
  { do: 'react', id, emoji: '👍', on: true },
  { say: 'deleted', id, revision: 3 },
  { do: 'read', id, from: 0, length: 100 },
  { do: 'bytes', id, at: 0, bytes: new Uint8Array(5) },
].map(writeContent);

/** Content as it should be, with a few bytes of it changed, cut off or put in. */
const spoilt = fc
  .tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat(200))
  .map(([bytes, changes, end]) => {
    const result = Uint8Array.from(bytes);
    for (const [at, value] of changes) result[at % result.length] = value;
    return result.subarray(0, end);
  });

test.each(Object.entries(schemas))(
  'any bytes fit %s, or are refused as malformed, in no time',
  (_name, schema) =>
    checkProperty(
      fc.property(fc.oneof(spoilt, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        const busyMs = cpuTimeMs(() => {
          try {
            readContent(schema, bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(RpcError);
            expect(error).toMatchObject({ error: 'malformed_data' });
          }
        });
        expect(busyMs).toBeLessThan(500);
      }),
      500,
    ),
);

test('content beyond its bounds is refused', () => {
  const refused = expect.objectContaining({ error: 'malformed_data' });
  const seats = Array.from({ length: limits.roomMembers + 1 }, (_, seat) => seat);
  expect(() => readContent(PostUp, writeContent(['game', seats, new Uint8Array()]))).toThrow(refused);
  const long = new Uint8Array(limits.dataBytes + 1);
  expect(() => readContent(PostUp, writeContent(['game', null, long]))).toThrow(refused);
  const read = { do: 'read', id, from: 0, length: limits.fileReadBytes + 1 };
  expect(() => readContent(FileFrame, writeContent(read))).toThrow(refused);
});

test('base64 is what everybody else’s is', () =>
  checkProperty(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
    50,
  ));
