import { CryptoError, solvesPuzzle, verifyProof } from '@earshot/crypto/proof';
import type { PrivateProof } from '@earshot/protocol';
import type { Answering, OpenChallenge } from './open-challenge.ts';

interface Watched extends Answering {
  /** The work was done, and the signature is going to be looked at. @throws where it is not, after all */
  onSigned(): void;
  /** The signature fits. */
  onRight(): void;
}

/** What a request calls the server may be anything, where nobody configured its names. */
const hostForm = /^[a-z0-9.:[\]_-]{1,255}$/;

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));

/** Whether an answer is right. Nothing of what was signed is taken from it but the keys and the counter. */
export async function checkAnswer(
  { asked, nonce, record, secret, ticket }: OpenChallenge,
  proof: PrivateProof,
  { hosts, connectionId, onSigned, onRight }: Watched,
): Promise<boolean> {
  const counter = Buffer.from(proof.counter, 'base64url').readBigUInt64BE();
  if (proof.epoch !== record.epoch || counter > Number.MAX_SAFE_INTEGER) return false;
  if (ticket && ticket.signingKey !== proof.signingKey) return false;
  const { bits } = asked;
  if (!(await solvesPuzzle({ nonce, bits }, Number(counter)))) return false;
  onSigned();
  for (const host of hosts.filter((text) => hostForm.test(text))) {
    const transcript = {
      host,
      roomId: record.roomId,
      epoch: record.epoch,
      nonce,
      connectionId,
      signingKey: bytes(proof.signingKey),
      sealingKey: bytes(proof.sealingKey),
      counter: Number(counter),
    };
    const claim = { verifier: secret.verifier, transcript, signature: bytes(proof.signature), bits };
    if (await fits(claim)) {
      onRight();
      return true;
    }
  }
  return false;
}

async function fits(claim: Parameters<typeof verifyProof>[0]): Promise<boolean> {
  try {
    await verifyProof(claim);
    return true;
  } catch (error) {
    if (error instanceof CryptoError) return false;
    throw error;
  }
}
