import { type Bytes, textBytes } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import { privateLimits } from '../limits.ts';

/**
 * The bytes of a password as people type it: the same letters in any of Unicode's forms (NFKC), one blank
 * between words and none around them. Capitals count.
 * @throws CryptoError `password_unusable` where it is empty or too long
 */
export function passwordBytes(password: string): Bytes {
  // Nothing that long is a password; the normal form may be longer, but not without bounds.
  if (password.length > privateLimits.passwordBytes) throw new CryptoError('password_unusable');
  const bytes = textBytes(password.normalize('NFKC').trim().replaceAll(/\s+/gu, ' '));
  if (bytes.length === 0 || bytes.length > privateLimits.passwordBytes)
    throw new CryptoError('password_unusable');
  return bytes;
}
