import * as z from 'zod/mini';

/**
 * An Ed25519 public key (RFC 8032): 32 bytes in base64url without padding. One key has one text: the last
 * letter carries no stray bits.
 */
export const IdentityKey = z.string().check(z.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/));
export type IdentityKey = z.infer<typeof IdentityKey>;

/** An Ed25519 signature: 64 bytes in base64url without padding, in one text as well. */
export const Signature = z.string().check(z.regex(/^[\w-]{85}[AQgw]$/));

/** Milliseconds since the Unix epoch. */
export const Instant = z.int().check(z.minimum(0));

/** Whether a signature is the key's (RFC 8032, Ed25519): WebCrypto in a browser, `node:crypto` on the server. */
export type Verify = (signed: {
  key: IdentityKey;
  bytes: Uint8Array<ArrayBuffer>;
  signature: string;
}) => boolean | Promise<boolean>;
