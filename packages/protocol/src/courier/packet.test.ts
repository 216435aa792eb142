import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RpcError } from '../errors.ts';
import { limits } from '../limits.ts';
import { checkProperty } from '../testing/check-property.ts';
import { type Packet, readPacket, writePacket } from './packet.ts';

const uint32 = fc.nat(0xff_ff_ff_ff);
const body = fc.uint8Array({ maxLength: 40 });
const packet: fc.Arbitrary<Packet> = fc.oneof(
  fc.record({ kind: fc.constant('ack' as const), received: uint32 }),
  fc.record({
    kind: fc.constant('post' as const),
    received: uint32,
    number: fc.integer({ min: 1, max: 0xff_ff_ff_ff }),
    body,
  }),
  fc.record({ kind: fc.constant('loose' as const), body }),
  fc.record({ kind: fc.constantFrom('probe' as const, 'echo' as const), token: uint32 }),
);

test('what is written is read again', () =>
  checkProperty(fc.property(packet, (sent) => expect(readPacket(writePacket(sent))).toEqual(sent))));

test('any bytes are a packet, or are refused as malformed', () =>
  checkProperty(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        expect(writePacket(readPacket(bytes))).toEqual(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(RpcError);
        expect(error).toMatchObject({ error: 'malformed_data' });
      }
    }),
    2_000,
  ));

test('a packet longer than the largest is refused', () => {
  const head = 9;
  const post = (bytes: number): Packet => ({
    kind: 'post',
    received: 0,
    number: 1,
    body: new Uint8Array(bytes),
  });
  readPacket(writePacket(post(limits.dataPacketBytes - head)));
  expect(() => readPacket(writePacket(post(limits.dataPacketBytes - head + 1)))).toThrow(RpcError);
});
