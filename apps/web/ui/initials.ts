const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One or two characters that stand for a name: “Ada Lovelace” is AL, “李雷” is 李, “🦊 Rémy” is 🦊. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = firstGrapheme(words[0]);
  const last = words.length > 1 ? firstGrapheme(words.at(-1)) : '';
  return (isLetter(first) && isLetter(last) ? first + last : first).toLocaleUpperCase();
}

function firstGrapheme(word: string | undefined): string {
  if (!word) return '';
  for (const { segment } of segmenter.segment(word)) return segment;
  return '';
}

function isLetter(grapheme: string): boolean {
  return /^[\p{L}\p{N}]/u.test(grapheme);
}
