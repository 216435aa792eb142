import { chunksOf, mannersFor, type Sign, type Token } from './letters.ts';

interface Entry {
  /** What stands on each letter. */
  readonly accents: readonly string[];
  readonly length: number;
  /** Means all words that begin so. */
  readonly begins: boolean;
  /** More than one word: spaces may stand between its parts, or not. */
  readonly phrase: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly entries: Entry[];
}

/** Where a walk through the list began, and what it has read since. */
interface Walk {
  readonly tokens: readonly PlacedToken[];
  readonly from: number;
  readonly accents: string[];
  /** How many of the letters are digits, or signs, that only look like them. */
  readonly disguised: Record<Sign['kind'], number>;
}

interface PlacedToken {
  readonly signs: Token;
  readonly chunk: number;
}

/** Written without spaces: a word of these stands anywhere. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** Letters that are words of their own before one that is spelled out, as in "u r a …". */
const ownWords: ReadonlySet<string> = new Set('aeinoruy');

/**
 * Finds words that are not wanted, whole ones only, however they are dressed up: capitals, accents, letters that
 * look alike, signs for letters, digits for up to half of them, and anything between the letters.
 * A word with accents is found with the same ones, or without any; one without is found with all.
 */
export class WordList {
  readonly words: readonly string[];
  readonly #root: Node = { next: new Map(), entries: [] };
  readonly #anywhere: string[] = [];

  /** @param words One that ends in `*` means all that begin so. Those without a letter or digit mean nothing. */
  constructor(words: readonly string[]) {
    this.words = words;
    for (const word of words) this.#add(word);
  }

  /** Whether a word could ever be found. */
  static meansSomething(word: string): boolean {
    return /[\p{L}\p{N}]/u.test(word);
  }

  /** Whether one of the words stands in the text. */
  finds(text: string): boolean {
    if (this.words.length === 0) return false;
    if (this.#anywhere.length > 0) {
      const plain = spelled(chunksOf(text, 'digits').flat(2));
      if (this.#anywhere.some((word) => plain.includes(word))) return true;
    }
    return mannersFor(text).some((manner) => {
      const tokens = chunksOf(text, manner).flatMap((chunk, index) =>
        chunk.map((signs) => ({ signs, chunk: index })),
      );
      return tokens.some((_, from) =>
        this.#walk(
          { tokens, from, accents: [], disguised: { letter: 0, digit: 0, sign: 0 } },
          { node: this.#root, token: from, sign: 0 },
        ),
      );
    });
  }

  #add(word: string): void {
    const begins = word.endsWith('*');
    const chunks = chunksOf(word.toLowerCase(), 'digits');
    const signs = chunks.flat(2);
    if (signs.length === 0) return;
    if (unspaced.test(word)) {
      this.#anywhere.push(spelled(signs));
      return;
    }
    let node = this.#root;
    const accents: string[] = [];
    for (const { readings, accents: above } of signs) {
      // A small letter is itself first of all.
      for (const letter of readings[0] ?? '') {
        const next = node.next.get(letter) ?? { next: new Map(), entries: [] };
        node.next.set(letter, next);
        node = next;
        accents.push('');
      }
      accents.splice(-1, 1, above);
    }
    node.entries.push({ accents, length: accents.length, begins, phrase: chunks.length > 1 });
  }

  #walk(walk: Walk, at: { node: Node; token: number; sign: number }): boolean {
    const token = walk.tokens[at.token];
    const sign = token?.signs[at.sign];
    if (!token || !sign) return false;
    return sign.readings.some((reading) => {
      const node = follow(at.node, reading);
      if (!node) return false;
      // A digit may stand for itself.
      const disguise = sign.kind === 'sign' || reading !== sign.readings[0] ? 1 : 0;
      walk.disguised[sign.kind] += disguise;
      for (let more = 1; more < reading.length; more++) walk.accents.push('');
      walk.accents.push(sign.accents);
      const found = this.#arrived(walk, { node, token: at.token, sign: at.sign });
      walk.accents.length -= reading.length;
      walk.disguised[sign.kind] -= disguise;
      return found;
    });
  }

  #arrived(walk: Walk, at: { node: Node; token: number; sign: number }): boolean {
    const { node, token, sign } = at;
    const ends = sign + 1 === walk.tokens[token]?.signs.length;
    for (const entry of node.entries) {
      if ((ends || entry.begins) && fits(entry, walk) && standsAlone(entry, walk, token)) return true;
    }
    return this.#walk(walk, ends ? { node, token: token + 1, sign: 0 } : { node, token, sign: sign + 1 });
  }
}

const spelled = (signs: readonly Sign[]) => signs.map(({ readings }) => readings[0]).join('');

function follow(node: Node, letters: string): Node | undefined {
  let found: Node | undefined = node;
  for (const letter of letters) found = found?.next.get(letter);
  return found;
}

function fits(entry: Entry, { accents, disguised }: Walk): boolean {
  // Numbers, and the names of roads, are none.
  if (disguised.digit * 2 > entry.length || disguised.digit + disguised.sign >= entry.length) return false;
  return entry.accents.every((wanted, index) => {
    const there = accents[index] ?? '';
    return wanted === '' || there === '' || wanted === there;
  });
}

/** Whether what was read from one token to another is a word, and no part of one. */
function standsAlone(entry: Entry, { tokens, from }: Walk, to: number): boolean {
  if (from === to && !isLone(tokens[from])) return true;
  const read = tokens.slice(from, to + 1);
  if (!read.every(isLone)) return entry.phrase || read[0]?.chunk === read.at(-1)?.chunk;
  // Spelled out, letter by letter: it begins and ends where the spelling does.
  return spellingEnds(tokens, from, -1) && (entry.begins || spellingEnds(tokens, to, 1));
}

/** Whether no letter of the same word stands before, or behind, what was spelled out. */
function spellingEnds(tokens: readonly PlacedToken[], from: number, step: 1 | -1): boolean {
  for (let index = from + step; isLone(tokens[index]); index += step) {
    if (!ownWords.has(tokens[index]?.signs[0]?.readings[0] ?? '')) return false;
  }
  return true;
}

function isLone(token: PlacedToken | undefined): boolean {
  return token?.signs.length === 1;
}
