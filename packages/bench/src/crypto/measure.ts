import { importBaseKey, MediaOpener, MediaSealer, privateLimits, solveJoinPuzzle } from '@earshot/crypto';
import { stretchPassword } from '@earshot/crypto/argon2';

/** 20 ms of Opus at 32 kbit/s. */
const opusBytes = 80;
const framesPerSecond = 50;
const frames = 2_000;
/** Solved in a hundredth of a second or so: enough to tell how fast hashes are. */
const puzzleBits = 14;
const puzzles = 12;

export interface CryptoFigures {
  /** How long the stretching of a password takes, each time in a row. */
  readonly argon2Ms: readonly number[];
  /** What one frame of a voice costs to seal, and to open, in microseconds. */
  readonly sealUs: number;
  readonly openUs: number;
  /** What sealing adds to a voice. */
  readonly addedBytesPerFrame: number;
  readonly addedKbps: number;
  readonly hashesPerSecond: number;
  /** What the easiest and the hardest puzzle take on average, at that speed. */
  readonly puzzleMs: { readonly easiest: number; readonly hardest: number };
}

/** The same in Node and in a browser's worker. */
async function measureArgon2(runs: number): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const password = crypto.getRandomValues(new Uint8Array(24));
    const beganMs = performance.now();
    await stretchPassword(password, new Uint8Array(32));
    times.push(Math.round(performance.now() - beganMs));
  }
  return times;
}

export async function measureCrypto(runs: number): Promise<CryptoFigures> {
  const argon2Ms = await measureArgon2(runs);
  const media = await measureMedia();
  const hashesPerSecond = await measureHashes();
  const puzzleMs = (bits: number) => Math.round((2 ** bits / hashesPerSecond) * 1_000);
  const { puzzleBitsMin, puzzleBitsMax } = privateLimits;
  return {
    argon2Ms,
    ...media,
    hashesPerSecond,
    puzzleMs: { easiest: puzzleMs(puzzleBitsMin), hardest: puzzleMs(puzzleBitsMax) },
  };
}

async function measureMedia() {
  const name = { generation: 1, step: 1 };
  const baseKey = await importBaseKey(crypto.getRandomValues(new Uint8Array(32)));
  const sealer = new MediaSealer(40);
  const opener = new MediaOpener();
  sealer.use(name, baseKey);
  opener.install(40, name, baseKey);
  const frame = crypto.getRandomValues(new Uint8Array(opusBytes));
  const pass = async () => {
    const beganMs = performance.now();
    const sealed: Uint8Array[] = [];
    for (let at = 0; at < frames; at += 1) sealed.push(await sealer.seal(0, 'opus', frame));
    const sealedMs = performance.now();
    for (const one of sealed) await opener.open('opus', one);
    const addedBytesPerFrame = (sealed.at(-1)?.length ?? 0) - opusBytes;
    return {
      sealUs: perFrameUs(sealedMs - beganMs),
      openUs: perFrameUs(performance.now() - sealedMs),
      addedBytesPerFrame,
      addedKbps: (addedBytesPerFrame * 8 * framesPerSecond) / 1_000,
    };
  };
  // The second time, everything is compiled.
  await pass();
  return pass();
}

const perFrameUs = (ms: number) => Math.round((ms / frames) * 1_000);

async function measureHashes(): Promise<number> {
  let hashes = 0;
  const beganMs = performance.now();
  for (let at = 0; at < puzzles; at += 1) {
    const nonce = crypto.getRandomValues(new Uint8Array(32));
    hashes += 1 + (await solveJoinPuzzle({ nonce, bits: puzzleBits }, { pause: async () => {} }));
  }
  return Math.round((hashes / (performance.now() - beganMs)) * 1_000);
}
