/** Enough bytes to tell every type below. */
export const sniffedBytes = 32;

/**
 * What kind of picture these bytes begin, of the kinds that are pictures and nothing else; undefined for all
 * else. The name and type that a sender gives are not asked: an SVG or HTML page could carry scripts under them.
 * @param head the first `sniffedBytes` bytes.
 */
export function sniffImage(head: Uint8Array): string | undefined {
  const text = (start: number, end: number) => String.fromCharCode(...head.subarray(start, end));
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'image/gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  // ISO base media (ISO/IEC 14496-12): a box `ftyp` with its brands, the major one first.
  if (text(4, 8) === 'ftyp' && /^(?:.{4})*?(?:avif|avis)/s.test(text(8, 12) + text(16, 32)))
    return 'image/avif';
  return undefined;
}
