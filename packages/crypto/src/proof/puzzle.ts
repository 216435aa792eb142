import { expectWidth, sha256, uint64, viewOf } from '../bytes.ts';
import { privateLimits } from '../limits.ts';

/** SHA-256(nonce ‖ counter, 8 bytes) must begin with `bits` zero bits. */
export interface JoinPuzzle {
  /** 32 bytes, the nonce of the proof. */
  readonly nonce: Uint8Array;
  readonly bits: number;
}

/** SHA-256 of a few bytes, at once. The answer may be overwritten by the next call. */
export type QuickSha256 = (bytes: Uint8Array) => Uint8Array;

interface SolvingOptions {
  readonly sha256?: QuickSha256;
  readonly signal?: AbortSignal;
  /** Lets others have the thread for a moment. */
  readonly pause?: () => Promise<void>;
  readonly nowMs?: () => number;
  /** How likely it was to be done by now, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const sliceMs = 8;
const triesPerLook = 128;

/**
 * Tries counters from 0 on, in slices of a few milliseconds, so that a page stays smooth without a worker.
 * @returns the counter that solves it
 * @throws the signal's reason; RangeError where the server asks for more than it may
 */
export async function solveJoinPuzzle(puzzle: JoinPuzzle, options: SolvingOptions = {}): Promise<number> {
  const { signal, pause = turn, nowMs = () => performance.now(), onProgress } = options;
  expectWidth(puzzle.nonce, 32, 'a nonce');
  // Whatever is no number, too: it would never be solved.
  if (!(puzzle.bits <= privateLimits.puzzleBitsMax)) throw new RangeError('a puzzle harder than is allowed');
  signal?.throwIfAborted();
  const hash = options.sha256 ?? (await quickSha256());
  const block = new Uint8Array(40);
  const view = viewOf(block);
  block.set(puzzle.nonce);
  for (let counter = 0; ; ) {
    const untilMs = nowMs() + sliceMs;
    do {
      for (let tries = 0; tries < triesPerLook; tries += 1, counter += 1) {
        view.setUint32(32, Math.floor(counter / 2 ** 32));
        view.setUint32(36, counter >>> 0);
        if (leadingZeroBits(hash(block)) >= puzzle.bits) return counter;
      }
    } while (nowMs() < untilMs);
    onProgress?.(1 - Math.exp(-counter / 2 ** puzzle.bits));
    await pause();
    signal?.throwIfAborted();
  }
}

export async function solvesPuzzle({ nonce, bits }: JoinPuzzle, counter: number): Promise<boolean> {
  expectWidth(nonce, 32, 'a nonce');
  return leadingZeroBits(await sha256(nonce, uint64(counter))) >= bits;
}

/** WebCrypto answers a hash at a time, each through the event loop: too slow for a million of them. */
async function quickSha256(): Promise<QuickSha256> {
  const { createSHA256 } = await import('hash-wasm');
  const hasher = await createSHA256();
  return (bytes) => hasher.init().update(bytes).digest('binary');
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

function leadingZeroBits(bytes: Uint8Array): number {
  let bits = 0;
  for (const byte of bytes) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}
