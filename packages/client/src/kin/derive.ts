/** HKDF (RFC 5869) with SHA-256 and without salt. @param info what the bytes are for */
export async function derive(
  secret: Uint8Array<ArrayBuffer>,
  info: string | Uint8Array<ArrayBuffer>,
  lengthBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const bytes = typeof info === 'string' ? new TextEncoder().encode(info) : info;
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytes };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, lengthBytes * 8));
}
