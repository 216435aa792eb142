import { type Bytes, concat } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';

const startCode = new Uint8Array([0, 0, 0, 1]);
/** Units that stand before the picture and are left as they are: SEI, SPS, PPS, AUD. */
const before = new Set([6, 7, 8, 9]);
const slices = new Set([1, 5]);
/** Its type, and as much of the slice's header as says which PPS it uses. */
const sliceClearBytes = 3;

/**
 * Where the picture of an H.264 frame (Annex B) begins: everything up to three bytes into the first slice is
 * what packetizers and the SFU read. Start codes are all written with four bytes, as receivers make them.
 * @throws CryptoError `malformed` for a frame without a slice
 */
export function splitH264(frame: Uint8Array): { clear: Bytes; body: Uint8Array } {
  const clear: Uint8Array[] = [];
  const first = nextUnit(frame, 0);
  // Nothing stands before the first unit, where it would not be authenticated.
  if (first?.code !== 0) throw new CryptoError('malformed');
  for (let unit: Unit | undefined = first; unit; ) {
    const type = (frame[unit.from] ?? 0) & 31;
    const next: Unit | undefined = nextUnit(frame, unit.from);
    if (slices.has(type)) {
      const end = unit.from + sliceClearBytes;
      if (end > frame.length) break;
      return {
        clear: concat(...clear, startCode, frame.subarray(unit.from, end)),
        body: frame.subarray(end),
      };
    }
    if (!before.has(type)) break;
    clear.push(startCode, frame.subarray(unit.from, next?.code ?? frame.length));
    unit = next;
  }
  throw new CryptoError('malformed');
}

/** Where a start code begins, and the unit behind it. */
interface Unit {
  readonly code: number;
  readonly from: number;
}

function nextUnit(frame: Uint8Array, at: number): Unit | undefined {
  for (let i = at; i + 2 < frame.length; i += 1) {
    if (frame[i] === 0 && frame[i + 1] === 0 && frame[i + 2] === 1) {
      return { code: i > at && frame[i - 1] === 0 ? i - 1 : i, from: i + 3 };
    }
  }
  return undefined;
}

/** Keeps start codes out of ciphertext (ISO/IEC 14496-10, section 7.4.1): 0 0 3 for 0 0. */
export function escapeH264(clear: Uint8Array, body: Uint8Array): Bytes {
  const out: number[] = [];
  let zeros = trailingZeros(clear);
  for (const byte of body) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3);
      zeros = 0;
    }
    out.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  if (zeros >= 2) out.push(3);
  return concat(clear, new Uint8Array(out));
}

export function unescapeH264(clear: Uint8Array, body: Uint8Array): Bytes {
  const out: number[] = [];
  let zeros = trailingZeros(clear);
  for (const byte of body) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    out.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return new Uint8Array(out);
}

function trailingZeros(bytes: Uint8Array): number {
  return bytes.length - 1 - bytes.findLastIndex((byte) => byte !== 0);
}
