import type { Bytes } from '../bytes.ts';

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function fromHex(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

/** Bytes that count up from `first`: no two parts of a test are alike. */
export function counting(first: number, length: number): Bytes {
  return Uint8Array.from({ length }, (_, at) => (first + at) & 255);
}
