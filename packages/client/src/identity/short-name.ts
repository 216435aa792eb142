import { keyHash } from './key-hash.ts';
import { animalWords, plantWords } from './short-name-words.ts';

/**
 * A name that a key always has, such as "fox-maple-31", to tell people apart who call themselves the same.
 * There are 1,474,560 of them: enough for the eye, no proof of anything.
 */
export function shortName(key: string): string {
  const hash = keyHash(key);
  const animal = animalWords[hash % animalWords.length];
  const plant = plantWords[(hash >>> 7) % plantWords.length];
  return `${animal}-${plant}-${10 + ((hash >>> 14) % 90)}`;
}
