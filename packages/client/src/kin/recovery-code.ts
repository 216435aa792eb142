/** Crockford's base32: no I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeBytes = 16;
const letters = 28;
const groupLength = 4;

/** How far somebody is with typing a code. */
export type RecoveryCodeReading =
  | { at: 'short'; missing: number }
  | { at: 'wrong'; why: 'letter' | 'long' | 'checksum' }
  | { at: 'right'; bytes: Uint8Array<ArrayBuffer> };

/** Sixteen bytes as seven groups of four letters; the last letters hold a checksum. */
export function writeRecoveryCode(bytes: Uint8Array): string {
  const number = (toNumber(bytes) << 12n) | BigInt(crc12(bytes));
  const text = Array.from({ length: letters }, (_, index) => {
    const shift = BigInt((letters - 1 - index) * 5);
    return alphabet[Number((number >> shift) & 31n)] ?? '';
  });
  return (text.join('').match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

/** Takes small letters, spaces and any hyphens, and what looks alike: O for 0, I and L for 1. */
export function readRecoveryCode(text: string): RecoveryCodeReading {
  const typed = text
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const values = [...typed].map((letter) => alphabet.indexOf(letter));
  if (values.includes(-1)) return { at: 'wrong', why: 'letter' };
  if (values.length > letters) return { at: 'wrong', why: 'long' };
  if (values.length < letters) return { at: 'short', missing: letters - values.length };
  const number = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n);
  const bytes = fromNumber(number >> 12n);
  if (BigInt(crc12(bytes)) !== (number & 0xfffn)) return { at: 'wrong', why: 'checksum' };
  return { at: 'right', bytes };
}

export function newRecoveryBytes(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(codeBytes));
}

/** CRC-12 with the polynomial 0x80F: it finds every wrong letter, and every two neighbours that changed places. */
function crc12(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 4;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x800 ? ((crc << 1) ^ 0x80f) & 0xfff : crc << 1;
  }
  return crc;
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function fromNumber(number: bigint): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: codeBytes }, (_, index) =>
    Number((number >> BigInt((codeBytes - 1 - index) * 8)) & 0xffn),
  );
}
