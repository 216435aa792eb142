import { CryptoError } from '@earshot/crypto';
import { RpcError } from '@earshot/protocol';
import { EntryError } from './entry-error.ts';

/** What kept one out of an encrypted room, in its own words where there are any. */
export function entryErrorOf(error: unknown): unknown {
  if (error instanceof CryptoError) {
    if (error.code === 'record_rolled_back') return new EntryError('epoch_rolled_back', { cause: error });
    if (error.code === 'record_expired')
      return new RpcError('not_found', { cause: error, detail: 'expired' });
    // Whatever is wrong with what the server says of the room: nobody else can have changed it.
    return new EntryError('record_tampered', { cause: error });
  }
  if (!(error instanceof RpcError)) return error;
  const { error: name, retryAfterMs } = error;
  if (name === 'proof_rejected' || name === 'epoch_passed')
    return new EntryError('wrong_password', { cause: error });
  if (name === 'rate_limited') return new EntryError('locked_out', { cause: error, retryAfterMs });
  return error;
}
