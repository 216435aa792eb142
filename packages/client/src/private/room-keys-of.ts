import { deriveRoomKeys, passwordBytes, type RoomKeys, type RoomRecord, roomSalt } from '@earshot/crypto';
import { base64url } from '../identity/base64url.ts';
import type { EncryptionEngine } from './encryption-engine.ts';
import { EntryError } from './entry-error.ts';
import type { EnteringStep, RoomSecret } from './room-secret.ts';
import type { Visit } from './visit-memory.ts';

interface Deriving {
  host: string;
  record: Pick<RoomRecord, 'roomId' | 'salt' | 'epoch' | 'mode'>;
  secret: RoomSecret | undefined;
  encryption: EncryptionEngine;
  visit?: Visit;
  signal?: AbortSignal | undefined;
  onEntering?: ((step: EnteringStep) => void) | undefined;
}

/**
 * The keys of a room. A password that was worked out before in this visit is not worked out again.
 * @throws EntryError `no_password`, `no_link_key`; the signal's reason
 */
export async function roomKeysOf({ host, record, secret, ...options }: Deriving): Promise<RoomKeys> {
  const linkSecret = record.mode === 'password' ? undefined : secret?.linkKey;
  if (record.mode !== 'password' && linkSecret?.length !== 32)
    throw new EntryError('no_link_key', { mode: record.mode });
  if (record.mode === 'link') return deriveRoomKeys({ host, record, ...(linkSecret && { linkSecret }) });
  const password = secret?.password;
  if (!password?.trim()) throw new EntryError('no_password', { mode: record.mode });
  const salt = await roomSalt(host, record);
  const stretched = await stretch({ password, salt }, options);
  return deriveRoomKeys({ host, record, stretched, ...(linkSecret && { linkSecret }) });
}

async function stretch(
  { password, salt }: { password: string; salt: Uint8Array<ArrayBuffer> },
  { encryption, visit, signal, onEntering }: Omit<Deriving, 'host' | 'record' | 'secret'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const place = base64url(salt);
  const known = visit?.stretched;
  if (known?.password === password && known.salt === place) return known.key;
  onEntering?.({ at: 'deriving', share: 0 });
  const key = await encryption.deriveKey({
    password: passwordBytes(password),
    salt,
    signal,
    onProgress: (share) => onEntering?.({ at: 'deriving', share }),
  });
  if (visit) visit.stretched = { password, salt: place, key };
  return key;
}
