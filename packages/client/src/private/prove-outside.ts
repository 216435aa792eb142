import { newSealingKey } from '@earshot/crypto';
import { systemClock } from '@earshot/lifetime';
import type { RoomMeta } from '@earshot/protocol';
import type { SignalingLink } from '../signaling-link.ts';
import { answerChallenge } from './answer-challenge.ts';
import type { EncryptionEngine } from './encryption-engine.ts';
import type { Seen } from './entry-error-of.ts';
import { openMeta } from './open-meta.ts';
import type { EnteringStep, RoomSecret } from './room-secret.ts';
import { type Visit, wasRight } from './visit-memory.ts';

interface Proving {
  room: string;
  host: string;
  secret: RoomSecret;
  encryption: EncryptionEngine;
  visit: Visit;
  /** Is filled in on the way. */
  seen: Seen;
  signal?: AbortSignal | undefined;
  onEntering?: ((step: EnteringStep) => void) | undefined;
}

/**
 * Proves the secret of a private room over a connection that joins nothing.
 * @returns what the room is called and about, where its owner has said so
 * @throws EntryError, CryptoError, RpcError, the signal's reason
 */
export async function proveOutside(
  link: SignalingLink,
  { seen, ...proving }: Proving,
): Promise<RoomMeta | undefined> {
  const { room, secret, visit, encryption } = proving;
  // As it was when this secret was chosen.
  const { shownEpoch = 0 } = visit;
  // Nothing is ever sealed for this one: whoever joins has another.
  const sealingKey = await newSealingKey();
  const { keys, proof, mode } = await answerChallenge({ ...proving, link, clock: systemClock, sealingKey });
  const { epoch } = keys;
  const isChanged = epoch > shownEpoch || wasRight(visit, { secret, before: epoch });
  Object.assign(seen, { mode, isChanged });
  const { ticket, sealedMeta } = await link.request('prove', { proof });
  Object.assign(visit, { ticket, proved: { epoch, secret } });
  await encryption.epochs.saw(room, epoch);
  return openMeta(sealedMeta, keys);
}
