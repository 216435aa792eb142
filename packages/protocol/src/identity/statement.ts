/**
 * The bytes of something to be signed. Each part stands behind its length (unsigned 32 bits, big-endian), so
 * that no two statements have the same bytes; the first part says what kind of statement it is.
 */
export function statement(...texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const parts = texts.map((text) => new TextEncoder().encode(text));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    new DataView(bytes.buffer).setUint32(offset, part.length);
    bytes.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return bytes;
}
