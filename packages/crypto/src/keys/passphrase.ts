import { randomBytes, viewOf } from '../bytes.ts';

/** Six words of 7,776: 77 bits. */
const wordCount = 6;

/**
 * Words that are easy to say and to type, with a blank between them. The list is loaded when it is asked for.
 * @param random for tests; else the system's generator
 */
export async function newPassphrase(random: (length: number) => Uint8Array = randomBytes): Promise<string> {
  const words = await wordList();
  return Array.from({ length: wordCount }, () => words[below(words.length, random)]).join(' ');
}

/** The words a passphrase is made of, in their order, for completing them as they are typed. */
export async function wordList(): Promise<readonly string[]> {
  const { words } = await import('./word-list.ts');
  return words.split(' ');
}

/** Every number below `count` is as likely: what would not divide evenly is drawn again. */
function below(count: number, random: (length: number) => Uint8Array): number {
  const even = Math.floor(2 ** 32 / count) * count;
  for (;;) {
    const drawn = viewOf(random(4)).getUint32(0);
    if (drawn < even) return drawn % count;
  }
}
