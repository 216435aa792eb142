import { truncate } from '@earshot/protocol';

/** One or two characters that stand for a name: “Ada Lovelace” is AL, “李雷” is 李, “🦊 Rémy” is 🦊. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = truncate(words[0] ?? '', 1);
  const last = words.length > 1 ? truncate(words.at(-1) ?? '', 1) : '';
  return (isLetter(first) && isLetter(last) ? first + last : first).toLocaleUpperCase();
}

function isLetter(grapheme: string): boolean {
  return /^[\p{L}\p{N}]/u.test(grapheme);
}
