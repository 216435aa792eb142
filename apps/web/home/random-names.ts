import type { NameWords } from '../i18n/language.ts';

/** @param random 0 <= n < 1, like `Math.random`. */
export function randomRoomName(words: NameWords, random: () => number): string {
  const number = 10 + Math.floor(random() * 90);
  return `${pick(words.qualities, random)}-${pick(words.things, random)}-${number}`;
}

/** A friendly name for somebody who has not given theirs, such as “Gentle Heron”. */
export function randomPersonName(words: NameWords, random: () => number): string {
  const quality = pick(words.qualities, random);
  return `${quality.charAt(0).toLocaleUpperCase()}${quality.slice(1)} ${pick(words.creatures, random)}`;
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? '';
}
