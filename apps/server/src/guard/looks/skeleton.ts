import { confusables } from './confusables.ts';

const prototypes = new Map(
  confusables.flatMap(([looksLike, letters]) => [...letters].map((letter) => [letter, looksLike] as const)),
);

/** Nobody tells two names apart by these. */
const unremarkable = /[\p{Z}\p{P}\p{S}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * What a name looks like, whatever it is written with: two names that look alike have the same skeleton (UTS
 * #39, section 4), here also in capitals and small letters, and without spaces and punctuation.
 */
export function skeleton(name: string): string {
  const letters = [...name.normalize('NFKD').replace(unremarkable, '')];
  const looks = letters.map(looksLike).join('');
  // Capitals come last: I looks like l, and i does not.
  return looks.toLowerCase().normalize('NFKD');
}

/** What a letter looks like; itself, where that is nothing else. It may be more than one. */
export function looksLike(letter: string): string {
  return prototypes.get(letter) ?? letter;
}

/** Whether two names look alike without being the same name. */
export function lookAlike(one: string, other: string): boolean {
  return plain(one) !== plain(other) && skeleton(one) === skeleton(other) && skeleton(one) !== '';
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
