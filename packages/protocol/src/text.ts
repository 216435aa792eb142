import { limits } from './limits.ts';

/**
 * Printable ASCII: each code unit is a character by itself, and nothing but spaces needs cleaning. Most names are so,
 * and a page that meets no other leaves the tables below unmade, which take a phone 100 ms and more.
 */
const plain = /^[ -~]*$/;

let made: Intl.Segmenter | undefined;
const segmenter = () => (made ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** How many characters a person would count in `text` (UAX #29 grapheme clusters). */
export function graphemes(text: string): number {
  if (plain.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter().segment(text)) count += 1;
  return count;
}

/**
 * Cuts `text` after `count` graphemes, and before it is longer than `codeUnits`: one grapheme can be as
 * long as a novel (Hangul letters and Indic conjuncts have no end). The first one is cut where it must be.
 */
export function truncate(text: string, count: number, codeUnits = Number.POSITIVE_INFINITY): string {
  if (plain.test(text)) return text.slice(0, Math.min(count, codeUnits));
  let end = 0;
  for (const { index, segment } of segmenter().segment(text)) {
    if (count-- === 0) break;
    if (index + segment.length > codeUnits) {
      if (index === 0) end = codeUnits;
      break;
    }
    end = index + segment.length;
  }
  return text.slice(0, end).replace(/[\ud800-\udbff]$/, '');
}

/** Blank on the screen. U+FEFF counts as space in JavaScript, but has no width; U+2800 is an empty Braille cell. */
const space = String.raw`[[\s\u0085\u2800]--\ufeff]`;
/** Controls, bidirectional overrides, fillers, tags, lone surrogates: what changes a line and is not seen in it. */
const invisible = String.raw`[[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--${space}]`;
/** Letters of the scripts in which a joiner or a non-joiner is part of how a word is written (RFC 5892, A.1). */
const joiningLetter = String.raw`[[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}]&&\p{L}]`;
const joinedLetter = String.raw`${joiningLetter}[\p{M}--\p{Default_Ignorable_Code_Point}]{0,4}[\u200c\u200d](?=${joiningLetter})`;

function makePatterns() {
  return {
    spaces: new RegExp(`${space}+`, 'gv'),
    /** An emoji sequence or a joined letter keeps the invisible characters inside it; everything else loses them. */
    seenOrInvisible: new RegExp(String.raw`(\p{RGI_Emoji}|${joinedLetter})|${invisible}`, 'gv'),
  };
}
let patterns: ReturnType<typeof makePatterns> | undefined;

/** A letter may carry a few marks (Vietnamese needs two); more is decoration that covers its neighbours. */
const excessMarks = /(\p{M}{4})\p{M}+/gu;

/** A person's name as it is shown: normalised (NFC), nothing invisible, few marks, single spaces. */
export function cleanName(text: string): string {
  if (plain.test(text)) return text.replace(/ +/g, ' ').trim();
  patterns ??= makePatterns();
  const { spaces, seenOrInvisible } = patterns;
  return (
    text
      .replace(seenOrInvisible, '$1')
      .replace(spaces, ' ')
      // Before the marks are sorted, since that takes time in the square of their number, and again once
      // every one of them stands for itself.
      .replace(excessMarks, '$1')
      .normalize('NFD')
      .replace(excessMarks, '$1')
      .normalize('NFC')
      .replace(/^[\p{M}\s]+|\s+$/gu, '')
  );
}

/**
 * A room's name as it stands in a link: lower case, letters and digits of any script, joined by hyphens.
 * Empty where nothing of the kind is left.
 */
export function roomSlug(text: string): string {
  const slug = plain.test(text) ? plainSlug(text) : anySlug(text);
  return truncate(slug, limits.roomNameGraphemes, limits.nameCodeUnits).replace(/-$/, '');
}

function plainSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function anySlug(text: string): string {
  return cleanName(text.toLowerCase())
    .replace(/\p{Default_Ignorable_Code_Point}|['’]\p{M}*/gu, '')
    .replace(/(?:[^\p{L}\p{M}\p{N}]\p{M}*)+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
}
