/** Bytes of their own: what WebCrypto takes, and never a view of memory that threads share. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** UTF-8. */
export function textBytes(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Four bytes, big-endian, as every number of this protocol is. */
export function uint32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, value);
  return bytes;
}

/** Eight bytes, big-endian. @param value an integer from 0 to 2^53 - 1 */
export function uint64(value: number): Bytes {
  const bytes = new Uint8Array(8);
  viewOf(bytes).setBigUint64(0, BigInt(value));
  return bytes;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A copy that nobody else holds: parsed things must not change with the buffer they came in. */
export function slice(bytes: Uint8Array, from: number, to: number): Bytes {
  return new Uint8Array(bytes.subarray(from, to));
}

export async function sha256(...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
}

/** From the system's generator. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** @throws TypeError where a part has another width: a mistake of the caller, never of a peer. */
export function expectWidth(bytes: Uint8Array, width: number, what: string): void {
  if (bytes.length !== width) throw new TypeError(`${what} has ${bytes.length} bytes instead of ${width}`);
}
