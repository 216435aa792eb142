import { type Bytes, slice } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';

/** RFC 9605, section 4.3. */
export interface SframeHeader {
  /** Key id and counter, both below 2^64. */
  readonly kid: bigint;
  readonly counter: bigint;
  /** As it is sent, and authenticated: 1 to 17 bytes. */
  readonly bytes: Bytes;
}

/** In as few bytes as hold it: values up to 7 in the config byte, others in 1 to 8 bytes behind it. */
export function encodeSframeHeader(kid: bigint, counter: bigint): Bytes {
  const k = field(kid);
  const c = field(counter);
  return new Uint8Array([(k.bits << 4) | c.bits, ...k.bytes, ...c.bytes]);
}

/**
 * Reads the header that a frame begins with. RFC 9605 forbids longer forms than needed only for senders; here
 * they are refused, so that one frame has one text.
 * @throws CryptoError `malformed`
 */
export function decodeSframeHeader(frame: Uint8Array): SframeHeader {
  const config = frame[0];
  if (config === undefined) throw new CryptoError('malformed');
  const k = read(frame, 1, config >> 4);
  const c = read(frame, k.end, config & 15);
  return { kid: k.value, counter: c.value, bytes: slice(frame, 0, c.end) };
}

/** The four bits of the config byte: the value itself, or a flag and the length less one. */
function field(value: bigint): { bits: number; bytes: number[] } {
  if (value < 0n || value >= 2n ** 64n) throw new TypeError('does not fit into 64 bits');
  if (value < 8n) return { bits: Number(value), bytes: [] };
  const bytes: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 8n) bytes.unshift(Number(rest & 255n));
  return { bits: 8 | (bytes.length - 1), bytes };
}

function read(frame: Uint8Array, from: number, bits: number): { value: bigint; end: number } {
  if (bits < 8) return { value: BigInt(bits), end: from };
  const end = from + (bits & 7) + 1;
  if (end > frame.length || frame[from] === 0) throw new CryptoError('malformed');
  let value = 0n;
  for (let at = from; at < end; at += 1) value = (value << 8n) | BigInt(frame[at] as number);
  if (value < 8n) throw new CryptoError('malformed');
  return { value, end };
}
