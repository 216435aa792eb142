import { limits } from './limits.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many characters a person would count in `text` (UAX #29 grapheme clusters). */
export function graphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Cuts `text` after `count` graphemes. */
export function truncate(text: string, count: number): string {
  let end = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    if (count-- === 0) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Controls, line ends, bidirectional overrides and other invisible formatting, except the emoji joiner. */
const invisible = /(?!\u200d)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** A letter may carry a few marks (Vietnamese needs two); more is decoration that covers its neighbours. */
const excessMarks = /(\p{M}{4})\p{M}+/gu;

/** A person's name as it is shown: normalised (NFC), without controls, with single spaces. */
export function cleanName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').replace(excessMarks, '$1').trim();
}

/** A room's name as it stands in a link: lower case, letters and digits of any script, joined by hyphens. */
export function roomSlug(text: string): string {
  const slug = cleanName(text)
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return truncate(slug, limits.roomNameGraphemes).replace(/-+$/, '');
}
