import { acceptRecord, type RoomMode, type RoomRecord } from '@earshot/crypto';
import { systemClock } from '@earshot/lifetime';
import type { Engine } from '../engine.ts';
import type { JoinOptions } from '../room.ts';
import { signalingUrl } from '../server-address.ts';
import { overLink } from './create-private-room.ts';
import { ownKey } from './enter-encrypted.ts';
import { EntryError } from './entry-error.ts';
import { entryErrorOf } from './entry-error-of.ts';
import { roomKeysOf } from './room-keys-of.ts';
import type { EnteringStep, RoomSecret } from './room-secret.ts';
import { shownRecord } from './shown-record.ts';
import { visitTo } from './visit-memory.ts';

interface Knock extends Pick<JoinOptions, 'server' | 'room' | 'identity' | 'signal'> {
  engine: Engine;
}

/** A private room that is there, from outside. */
export interface ClosedRoom {
  /** What it takes to come in. */
  readonly mode: RoomMode;
  /**
   * Works the keys out, so that joining with the same engine does not have to. Whether the secret is right only
   * joining tells.
   * @throws EntryError `no_password`, `no_link_key`; the signal's reason
   */
  unlock(
    secret: RoomSecret,
    options?: { signal?: AbortSignal; onEntering?: (step: EnteringStep) => void },
  ): Promise<void>;
}

/**
 * Looks at a private room's record without going in: whether it is there, is what its owner signed, and what it takes.
 * @throws EntryError, RpcError `not_found` and others, the signal's reason
 */
export async function knock({ server, engine, room, identity, signal }: Knock): Promise<ClosedRoom> {
  signal?.throwIfAborted();
  const encryption = await engine.encryption?.();
  if (!encryption || !globalThis.crypto?.subtle) throw new EntryError('encryption_unsupported');
  const url = signalingUrl(server);
  const { host } = url;
  const visit = await visitTo(engine, { host, room }, await ownKey(identity, systemClock));
  const record = await overLink({ url, engine }, async (link): Promise<RoomRecord> => {
    const giveUp = () => link.close('left');
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      await link.opened;
      const { ticket } = visit;
      const answer = await link.request('challenge', { room, ...(ticket !== undefined && { ticket }) });
      const told = await shownRecord(answer.record, { room, epochs: encryption.epochs });
      acceptRecord(told, { nowMs: systemClock.wallMs() });
      return told;
    } catch (error) {
      signal?.throwIfAborted();
      throw entryErrorOf(error);
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  });
  return {
    mode: record.mode,
    unlock: async (secret, options) => {
      await roomKeysOf({ host, record, secret, encryption, visit, ...options });
    },
  };
}
