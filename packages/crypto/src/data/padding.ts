import { type Bytes, viewOf } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import { privateLimits } from '../limits.ts';

/** The body's length in four bytes, the body, and zeros up to a multiple of 256. */
export function pad(body: Uint8Array): Bytes {
  const unit = privateLimits.paddingBytes;
  const padded = new Uint8Array(Math.ceil((body.length + 4) / unit) * unit);
  viewOf(padded).setUint32(0, body.length);
  padded.set(body, 4);
  return padded;
}

/** @throws CryptoError `malformed` where it is not what `pad` makes */
export function unpad(padded: Uint8Array): Bytes {
  const unit = privateLimits.paddingBytes;
  if (padded.length === 0 || padded.length % unit !== 0) throw new CryptoError('malformed');
  const length = viewOf(padded).getUint32(0);
  if (Math.ceil((length + 4) / unit) * unit !== padded.length) throw new CryptoError('malformed');
  if (padded.subarray(length + 4).some((byte) => byte !== 0)) throw new CryptoError('malformed');
  return new Uint8Array(padded.subarray(4, length + 4));
}
