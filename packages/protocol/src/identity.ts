import * as z from 'zod/mini';

/**
 * An Ed25519 public key (RFC 8032): 32 bytes in base64url without padding. One key has one text: the last
 * letter carries no stray bits.
 */
export const IdentityKey = z.string().check(z.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/));
export type IdentityKey = z.infer<typeof IdentityKey>;

/** A key, and the proof that whoever joins holds its private half. */
export const IdentityProof = z.object({
  key: IdentityKey,
  /** Ed25519 over `joinStatement`: 64 bytes in base64url without padding. */
  signature: z.string().check(z.regex(/^[\w-]{85}[AQgw]$/)),
});
export type IdentityProof = z.infer<typeof IdentityProof>;

export interface JoinStatement {
  /** The host of the server's address, with the port where it is not the scheme's own: `URL.host`. */
  host: string;
  room: string;
  /** From the `hello` of this very connection. */
  nonce: string;
}

/** Keeps these signatures apart from anything else that the key may ever sign. */
const domain = 'earshot join v1';

/**
 * What an identity signs to join. Each part stands behind its length (unsigned 32 bits, big-endian), so that
 * no two statements have the same bytes.
 */
export function joinStatement({ host, room, nonce }: JoinStatement): Uint8Array<ArrayBuffer> {
  const parts = [domain, host, room, nonce].map((part) => new TextEncoder().encode(part));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    new DataView(bytes.buffer).setUint32(offset, part.length);
    bytes.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return bytes;
}
