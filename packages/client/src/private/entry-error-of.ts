import { CryptoError, type RoomMode } from '@earshot/crypto';
import { RpcError } from '@earshot/protocol';
import { EntryError } from './entry-error.ts';

/** What was seen of the room before it refused. */
export interface Seen {
  /** What it takes to come in. */
  mode?: RoomMode;
  /** Its secret is another one than when one's own was right, or when one began. */
  isChanged?: boolean;
}

/** What kept one out of an encrypted room, in its own words where there are any. */
export function entryErrorOf(error: unknown, { mode, isChanged = false }: Seen = {}): unknown {
  if (error instanceof CryptoError) {
    if (error.code === 'record_rolled_back') return new EntryError('epoch_rolled_back', { cause: error });
    if (error.code === 'record_expired')
      return new RpcError('not_found', { cause: error, detail: 'expired' });
    // Whatever is wrong with what the server says of the room: nobody else can have changed it.
    return new EntryError('record_tampered', { cause: error });
  }
  if (!(error instanceof RpcError)) return error;
  const { error: name, retryAfterMs } = error;
  if (name === 'epoch_passed' || (name === 'proof_rejected' && isChanged))
    return new EntryError('secret_changed', { cause: error, mode });
  if (name === 'proof_rejected') return new EntryError('wrong_password', { cause: error, mode });
  if (name === 'rate_limited') return new EntryError('locked_out', { cause: error, retryAfterMs });
  return error;
}
