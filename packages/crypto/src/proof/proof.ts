import type { Bytes } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import { type SigningKey, sign, verify } from '../ed25519.ts';
import { solvesPuzzle } from './puzzle.ts';
import { type JoinTranscript, joinTranscript } from './transcript.ts';

/** Signs that whoever holds the room's secret wants in, over this connection, with these keys. @returns 64 bytes */
export async function signProof(auth: SigningKey, transcript: JoinTranscript): Promise<Bytes> {
  return sign(auth, await joinTranscript(transcript));
}

interface Claim {
  /** Of the record that the server keeps. */
  readonly verifier: Bytes;
  /** As the server knows them: nothing in it but the keys and the counter comes from the client. */
  readonly transcript: JoinTranscript;
  readonly signature: Bytes;
  /** What the puzzle asked for. */
  readonly bits: number;
}

/**
 * The puzzle first, which costs one hash, then the signature.
 * @throws CryptoError `puzzle_unsolved` or `proof_invalid`
 */
export async function verifyProof({ verifier, transcript, signature, bits }: Claim): Promise<void> {
  const { nonce, counter } = transcript;
  if (!Number.isSafeInteger(counter) || counter < 0) throw new CryptoError('puzzle_unsolved');
  if (!(await solvesPuzzle({ nonce, bits }, counter))) throw new CryptoError('puzzle_unsolved');
  if (signature.length !== 64) throw new CryptoError('proof_invalid');
  if (!(await verify(verifier, await joinTranscript(transcript), signature))) {
    throw new CryptoError('proof_invalid');
  }
}
