import { looksLike } from '../looks/skeleton.ts';

/** One sign of a text: what letters it may stand for, and what stands on it. */
export interface Sign {
  /** Without accents; more than one where it can be read in more ways. */
  readonly readings: readonly string[];
  /** Its accents, in the order of Unicode's normal form. */
  readonly accents: string;
  /** `digit` and `sign` only look like letters. */
  readonly kind: 'letter' | 'digit' | 'sign';
}

/** Signs without anything between them. */
export type Token = readonly Sign[];

/** What people write for letters, beside what only looks like them. */
const digits: Readonly<Record<string, readonly string[]>> = {
  '0': ['o'],
  '1': ['i', 'l'],
  '3': ['e'],
  '4': ['a'],
  '5': ['s'],
  '6': ['g'],
  '7': ['t'],
  '8': ['b'],
  '9': ['g'],
};
const signs: Readonly<Record<string, readonly string[]>> = {
  '@': ['a'],
  $: ['s'],
  '€': ['e'],
  '!': ['i', 'l'],
  '|': ['l', 'i'],
  '+': ['t'],
};
/** Small capitals and their like, which Unicode's table leaves beside the letters they are forms of. */
const forms: Readonly<Record<string, string>> = {
  ĸ: 'k',
  ʙ: 'b',
  ʜ: 'h',
  ʟ: 'l',
  ʀ: 'r',
  ɢ: 'g',
  ɴ: 'n',
  ʍ: 'rn',
  ᴀ: 'a',
  ᴅ: 'd',
  ᴇ: 'e',
  ᴊ: 'j',
  ᴘ: 'p',
  ꜰ: 'f',
  ᴛ: 't',
  ꞓ: 'e',
  χ: 'x',
  ɔ: 'c',
  ǝ: 'e',
};

const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const accent = /\p{Mn}/u;
/** Scripts in which a word stays the same word without what stands above and below its letters. */
const accented = /[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Armn}\p{scx=Hebr}\p{scx=Arab}]/u;

/** How a text is read: `plain` takes digits and signs for what they are. */
export type Manner = 'plain' | 'digits' | 'signs';

/**
 * The chunks of a text, between spaces and what else keeps words apart, each with its tokens: what dots, hyphens,
 * stars and pictures stand between.
 */
export function chunksOf(text: string, manner: Manner): Token[][] {
  return text
    .normalize('NFKD')
    .replace(unseen, '')
    .split(/[\s\p{Z}/\\:;,()[\]{}<>?&=#"'’‘`´“”„«»]+/u)
    .map((chunk) => tokensOf(manner === 'signs' ? chunk.replace(/[!|+]+$/, '') : chunk, manner))
    .filter((tokens) => tokens.length > 0);
}

/** The manners in which a text is read differently. */
export function mannersFor(text: string): Manner[] {
  const folded = text.normalize('NFKD');
  const manners: Manner[] = ['plain'];
  if (/\p{N}/u.test(folded)) manners.push('digits');
  if ([...folded].some((character) => Object.hasOwn(signs, character))) manners.push('signs');
  return manners;
}

function tokensOf(chunk: string, manner: Manner): Token[] {
  const tokens: Sign[][] = [];
  let open: Sign[] | undefined;
  for (const character of chunk) {
    const last = open?.at(-1);
    if (accent.test(character)) {
      if (last && accented.test(last.readings[0] ?? '')) {
        open?.splice(-1, 1, { ...last, accents: last.accents + character });
        continue;
      }
      // One that belongs to what was passed over.
      if (!last) continue;
    }
    const sign = signOf(character, manner);
    if (!sign) {
      open = undefined;
      continue;
    }
    if (open) open.push(sign);
    else {
      open = [sign];
      tokens.push(open);
    }
  }
  return tokens;
}

/** Working out one takes longer than all else, and texts consist of few. */
const known: Readonly<Record<Manner, Map<string, Sign | undefined>>> = {
  plain: new Map(),
  digits: new Map(),
  signs: new Map(),
};
const knownAtMost = 10_000;

function signOf(character: string, manner: Manner): Sign | undefined {
  const before = known[manner];
  if (before.has(character)) return before.get(character);
  const sign = workOut(character, manner);
  if (before.size >= knownAtMost) before.clear();
  before.set(character, sign);
  return sign;
}

function workOut(character: string, manner: Manner): Sign | undefined {
  if (/[\p{L}\p{M}]/u.test(character)) return letter(character);
  if (/\p{N}/u.test(character)) {
    if (manner === 'plain') return undefined;
    return { readings: [character, ...(digits[character] ?? [])], accents: '', kind: 'digit' };
  }
  const readings = manner === 'signs' ? signs[character] : undefined;
  return readings && { readings, accents: '', kind: 'sign' };
}

/** A capital may look like another letter than its small form does. */
function letter(character: string): Sign {
  const small = character.toLowerCase();
  const looks = [small, character].map((each) => readingOf(looksLike(each)));
  const confused = character === 'l' ? ['i'] : [];
  const readings = [...new Set([...looks.map(({ text }) => text), ...confused])];
  return { readings, accents: looks[0]?.accents ?? '', kind: 'letter' };
}

function readingOf(looks: string): { text: string; accents: string } {
  let text = '';
  let accents = '';
  for (const each of looks.toLowerCase().normalize('NFKD')) {
    if (accent.test(each) && text !== '' && accented.test(text)) accents += each;
    else text += forms[each] ?? each;
  }
  return { text, accents };
}
