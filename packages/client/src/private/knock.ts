import { acceptRecord, type RoomMode, type RoomRecord } from '@earshot/crypto';
import { systemClock } from '@earshot/lifetime';
import type { RoomMeta } from '@earshot/protocol';
import type { Engine } from '../engine.ts';
import type { JoinOptions } from '../room.ts';
import { signalingUrl } from '../server-address.ts';
import type { SignalingLink } from '../signaling-link.ts';
import { overLink } from './create-private-room.ts';
import { ownKey } from './enter-encrypted.ts';
import { EntryError } from './entry-error.ts';
import { entryErrorOf, type Seen } from './entry-error-of.ts';
import { proveOutside } from './prove-outside.ts';
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
   * Works the keys out and has the server say whether they are right, without going in. Joining with the same engine
   * then takes no more work; it proves all the same, and believes the server no more than before.
   * @returns what the room is called and about, where its owner has said so
   * @throws EntryError `wrong_password`, `secret_changed` (it is another one than when one knocked), `locked_out`,
   * `no_password` and `no_link_key` (with the `mode` that it takes now) and others; RpcError; the signal's reason
   */
  unlock(
    secret: RoomSecret,
    options?: { signal?: AbortSignal; onEntering?: (step: EnteringStep) => void },
  ): Promise<RoomMeta | undefined>;
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
  const record = await outside({ url, engine, signal }, async (link): Promise<RoomRecord> => {
    const { ticket } = visit;
    const answer = await link.request('challenge', { room, ...(ticket !== undefined && { ticket }) });
    const told = await shownRecord(answer.record, { room, epochs: encryption.epochs, visit });
    acceptRecord(told, { nowMs: systemClock.wallMs() });
    return told;
  });
  return {
    mode: record.mode,
    unlock: async (secret, options = {}) => {
      const seen: Seen = {};
      const proving = { room, host, secret, encryption, visit, seen, ...options };
      return outside({ url, engine, signal: options.signal, seen }, (link) => proveOutside(link, proving));
    },
  };
}

/** Does something over a connection that joins nothing, until it is called off. */
async function outside<T>(
  { url, engine, signal, seen }: { url: URL; engine: Engine; signal: AbortSignal | undefined; seen?: Seen },
  work: (link: SignalingLink) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  try {
    return await overLink({ url, engine }, async (link) => {
      const giveUp = () => link.close('left');
      signal?.addEventListener('abort', giveUp, { once: true });
      try {
        await link.opened;
        return await work(link);
      } catch (error) {
        throw entryErrorOf(error, seen);
      } finally {
        signal?.removeEventListener('abort', giveUp);
      }
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
