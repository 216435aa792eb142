import * as z from 'zod/mini';
import { limits } from '../limits.ts';

/** Four characters for each three bytes. */
const maxCharacters = Math.ceil(limits.dataPacketBytes / 3) * 4;

/** Bytes as they stand in a message: `bin` in MessagePack, base64 (RFC 4648, section 4) as text in JSON. */
export const Bytes = z.pipe(
  z.union([
    z.string().check(z.maxLength(maxCharacters), z.regex(/^[A-Za-z\d+/]*={0,2}$/, 'is not base64')),
    z.instanceof(Uint8Array),
  ]),
  z.transform((value): Uint8Array => (typeof value === 'string' ? fromBase64(value) : value)),
);

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.length % 4 === 1 ? text.slice(0, -1) : text);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(binary);
}
