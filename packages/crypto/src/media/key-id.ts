import { CryptoError } from '../crypto-error.ts';
import { privateLimits } from '../limits.ts';
import { generations, type KeyName, steps } from '../members/key-name.ts';

/**
 * What an SFrame's key id says: 4 bits of stream, 10 of slot, 10 of generation, 4 of step. The stream stands
 * first, so that a microphone, which is 0, needs no byte for it. Each stream has a key of its own, which RFC
 * 9605 derives with the key id: so each counts by itself, and the server cannot pass a screen off as a camera.
 */
export interface KeyId extends KeyName {
  readonly slot: number;
  /** Four times its kind (0 microphone, 1 camera, 2 screen, 3 a screen's sound), and which of that kind. */
  readonly stream: number;
}

/** @returns a number below 2^28 @throws TypeError where a part has no place in it */
export function encodeKeyId({ slot, stream, generation, step }: KeyId): number {
  const fits = (value: number, end: number) => Number.isInteger(value) && value >= 0 && value < end;
  const { slots, streamsPerSlot } = privateLimits;
  const ok =
    fits(slot, slots) && fits(stream, streamsPerSlot) && fits(generation, generations) && fits(step, steps);
  if (!ok) throw new TypeError('not a key id');
  return (stream << 24) | (slot << 14) | (generation << 4) | step;
}

/** @throws CryptoError `unknown_key` for a number that no key of this protocol has */
export function decodeKeyId(kid: bigint): KeyId {
  if (kid >= 2n ** 28n) throw new CryptoError('unknown_key');
  const bits = Number(kid);
  return {
    slot: (bits >>> 14) & 1_023,
    stream: bits >>> 24,
    generation: (bits >>> 4) & 1_023,
    step: bits & 15,
  };
}
