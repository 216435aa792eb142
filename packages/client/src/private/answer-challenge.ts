import {
  acceptRecord,
  connectionIdOf,
  type RoomKeys,
  type RoomMode,
  type RoomRecord,
  type SealingKey,
  signProof,
  solveJoinPuzzle,
} from '@earshot/crypto';
import type { Clock } from '@earshot/lifetime';
import { limits, type PrivateChallenge, type PrivateProof } from '@earshot/protocol';
import { base64url, fromBase64url } from '../identity/base64url.ts';
import type { SignalingLink } from '../signaling-link.ts';
import type { EncryptionEngine } from './encryption-engine.ts';
import { EntryError } from './entry-error.ts';
import { roomKeysOf } from './room-keys-of.ts';
import type { EnteringStep, RoomSecret } from './room-secret.ts';
import { shownRecord } from './shown-record.ts';
import type { Visit } from './visit-memory.ts';

interface AnsweringOptions {
  room: string;
  host: string;
  link: SignalingLink;
  clock: Clock;
  secret: RoomSecret | undefined;
  encryption: EncryptionEngine;
  visit: Visit;
  sealingKey: SealingKey;
  signal?: AbortSignal | undefined;
  onEntering?: ((step: EnteringStep) => void) | undefined;
}

export interface Answer {
  readonly keys: RoomKeys;
  readonly proof: PrivateProof;
  /** What the room takes. */
  readonly mode: RoomMode;
}

/** Leaves enough of `challengeMs` for a puzzle and the way there. */
const nonceGoodForMs = limits.challengeMs / 2;

/**
 * Fetches the record of a private room, checks it before it does any work, and proves that it knows the secret.
 * @throws EntryError, CryptoError, RpcError, the signal's reason
 */
export async function answerChallenge(options: AnsweringOptions): Promise<Answer> {
  const { clock, onEntering } = options;
  onEntering?.({ at: 'reading' });
  let { challenge, record } = await ask(options);
  const askedAtMs = clock.nowMs();
  const keys = await roomKeysOf({ ...options, record });
  if (clock.nowMs() - askedAtMs > nonceGoodForMs) ({ challenge, record } = await ask(options));
  const proof = await prove(keys, challenge, options);
  return { keys, proof, mode: record.mode };
}

async function ask({
  link,
  room,
  visit,
  clock,
  encryption: { epochs },
}: AnsweringOptions): Promise<{ challenge: PrivateChallenge; record: RoomRecord }> {
  const { ticket } = visit;
  const challenge = await link.request('challenge', { room, ...(ticket !== undefined && { ticket }) });
  if (challenge.bits > limits.challengeBitsMost) throw new EntryError('too_much_work');
  const record = await shownRecord(challenge.record, { room, epochs, visit });
  acceptRecord(record, { nowMs: clock.wallMs() });
  return { challenge, record };
}

async function prove(
  { auth, roomId, epoch }: RoomKeys,
  challenge: PrivateChallenge,
  { host, link, visit, sealingKey, signal, onEntering }: AnsweringOptions,
): Promise<PrivateProof> {
  onEntering?.({ at: 'proving', share: 0 });
  const nonce = fromBase64url(challenge.nonce);
  const counter = await solveJoinPuzzle(
    { nonce, bits: challenge.bits },
    { ...(signal && { signal }), onProgress: (share) => onEntering?.({ at: 'proving', share }) },
  );
  const signature = await signProof(auth, {
    host,
    roomId,
    epoch,
    nonce,
    connectionId: await connectionIdOf(await link.nonce),
    signingKey: visit.signingKey.publicKey,
    sealingKey: sealingKey.publicKey,
    counter,
  });
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(counter));
  return {
    epoch,
    signingKey: base64url(visit.signingKey.publicKey),
    sealingKey: base64url(sealingKey.publicKey),
    counter: base64url(bytes),
    signature: base64url(signature),
  };
}
