import type { Certificate } from '@earshot/protocol';
import { base64url } from '../identity/base64url.ts';
import type { Identity } from '../identity/identity.ts';
import { identityOf } from '../identity/key-pair-identity.ts';
import { derive } from './derive.ts';

/** What stands before the 32 bytes of an Ed25519 private key in PKCS#8 (RFC 8410, section 7). */
const pkcs8Prefix = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];

/**
 * The identity that a recovery code stands for, the same one each time.
 * @param certificates what was found under its key; left out: none yet
 * @throws where WebCrypto is missing (plain http) or knows no Ed25519
 */
export async function recoveryIdentity(
  code: Uint8Array<ArrayBuffer>,
  certificates?: readonly Certificate[],
): Promise<Identity> {
  const seed = await derive(code, 'earshot recovery v1', 32);
  const pkcs8 = new Uint8Array([...pkcs8Prefix, ...seed]);
  // Its public half can only be asked for where the private one can be, too.
  const open = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', open);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  const key = x ?? base64url(new Uint8Array());
  return identityOf({ key, privateKey, ...(certificates && { certificates }) });
}
