import { argon2id } from 'hash-wasm';
import { type Bytes, expectWidth } from '../bytes.ts';

/** RFC 9106: Argon2id, version 19. Fixed by KDF 1 of the record; there is nothing weaker to fall back to. */
const parameters = { parallelism: 1, iterations: 3, memorySize: 64 * 1_024, hashLength: 32 } as const;

/** A hundredth of the work, to tell how long the whole takes here: 2 MiB, one pass. */
const sample = { ...parameters, iterations: 1, memorySize: 2 * 1_024 };
const sampleShare = (sample.iterations * sample.memorySize) / (parameters.iterations * parameters.memorySize);

/**
 * Holds its thread for a fifth of a second on a good machine and more than one on a phone, with 64 MiB of
 * memory: call it in a worker. It can be ended only by ending the worker.
 * @param password of `passwordBytes` @param salt of `roomSalt`, 32 bytes
 * @returns 32 bytes
 */
export async function stretchPassword(password: Bytes, salt: Bytes): Promise<Bytes> {
  expectWidth(salt, 32, 'a salt');
  const stretched = await argon2id({ ...parameters, password, salt, outputType: 'binary' });
  return new Uint8Array(stretched);
}

/** About how long `stretchPassword` will take on this thread, in milliseconds, found out by doing a little of it. */
export async function estimateStretchMs(nowMs: () => number = () => performance.now()): Promise<number> {
  const guess = {
    ...sample,
    password: new Uint8Array(8),
    salt: new Uint8Array(16),
    outputType: 'binary',
  } as const;
  await argon2id(guess);
  const beganMs = nowMs();
  await argon2id(guess);
  return (nowMs() - beganMs) / sampleShare;
}
