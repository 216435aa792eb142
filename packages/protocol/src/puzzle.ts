import * as z from 'zod/mini';

/** Made and sealed by the server: nobody else reads it, and it goes back as it came. */
export const PuzzleChallenge = z.string().check(z.regex(/^[\w.-]{16,160}$/, 'is not a challenge'));
export type PuzzleChallenge = z.infer<typeof PuzzleChallenge>;

/** Work to be done before something is let through: a proof of work, as in Hashcash. */
export const Puzzle = z.object({
  challenge: PuzzleChallenge,
  /** How many leading zero bits the hash must have: 2^bits tries on average. */
  bits: z.int().check(z.minimum(1), z.maximum(32)),
});
export type Puzzle = z.infer<typeof Puzzle>;

/** The work done. Each is good for one request. */
export const PuzzleSolution = z.object({
  challenge: PuzzleChallenge,
  answer: z.int().check(z.minimum(0)),
});
export type PuzzleSolution = z.infer<typeof PuzzleSolution>;

/** SHA-256 (FIPS 180-4) of a few bytes. The answer may be overwritten by the next call. */
export type ShortSha256 = (bytes: Uint8Array) => Uint8Array;

const seedBytes = 32;

/**
 * What is hashed for each try: the SHA-256 of the challenge's text, then the answer as 64 bits, big-endian.
 * Forty bytes are one block for the hash, however long the challenge is.
 */
export class PuzzleWork {
  readonly #sha256: ShortSha256;
  readonly #block: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;

  constructor(challenge: string, sha256: ShortSha256) {
    this.#sha256 = sha256;
    this.#block = new Uint8Array(seedBytes + 8);
    this.#block.set(sha256(new TextEncoder().encode(challenge)));
    this.#view = new DataView(this.#block.buffer);
  }

  /** How many zero bits the hash of this answer begins with. */
  zeroBits(answer: number): number {
    this.#view.setUint32(seedBytes, Math.floor(answer / 2 ** 32));
    this.#view.setUint32(seedBytes + 4, answer >>> 0);
    return leadingZeroBits(this.#sha256(this.#block));
  }
}

function leadingZeroBits(bytes: Uint8Array): number {
  let bits = 0;
  for (const byte of bytes) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}

interface SolvingOptions {
  sha256: ShortSha256;
  nowMs(): number;
  /** Lets others have the thread for a moment, between slices of work. @throws to give up */
  pause(): Promise<void>;
  /** Called after each slice, with how likely it was to be done by then (0 to 1). */
  onProgress?: ((share: number) => void) | undefined;
}

/** Short enough for a page to stay smooth where the work cannot go elsewhere. */
const sliceMs = 8;
const triesPerLook = 128;

/** Tries answers from 0 on, in slices. It ends with certainty only in theory, and with `pause` that throws. */
export async function solvePuzzle(
  { challenge, bits }: Puzzle,
  { sha256, nowMs, pause, onProgress }: SolvingOptions,
): Promise<PuzzleSolution> {
  const work = new PuzzleWork(challenge, sha256);
  for (let answer = 0; ; ) {
    const untilMs = nowMs() + sliceMs;
    do {
      for (let tries = 0; tries < triesPerLook; tries += 1, answer += 1) {
        if (work.zeroBits(answer) >= bits) return { challenge, answer };
      }
    } while (nowMs() < untilMs);
    onProgress?.(1 - Math.exp(-answer / 2 ** bits));
    await pause();
  }
}
