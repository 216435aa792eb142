import type { NameWords } from '../i18n/words.ts';

/**
 * A room's name that is its own link, in letters every keyboard has: what is read out over a telephone is
 * typed without accents.
 * @param random 0 <= n < 1, like `Math.random`.
 */
export function randomRoomName(words: NameWords, random: () => number): string {
  const number = 10 + Math.floor(random() * 90);
  const phrase = words.phrase(pick(words.qualities, random), pick(words.things, random));
  return `${withoutAccents(phrase.toLowerCase()).replaceAll(' ', '-')}-${number}`;
}

/** A friendly name for somebody who has not given theirs, such as “Gentle Heron”. */
export function randomPersonName(words: NameWords, random: () => number): string {
  const phrase = words.phrase(pick(words.qualities, random), pick(words.creatures, random));
  return `${phrase.charAt(0).toLocaleUpperCase()}${phrase.slice(1)}`;
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('ß', 'ss');
}
