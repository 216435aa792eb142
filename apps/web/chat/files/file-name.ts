/** A name in two parts, of which only the first may be shortened: the end says what it is. */
export function splitName(name: string): { start: string; end: string } {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)];
  const extension = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? '';
  const cut = Math.max(0, letters.length - [...extension].length - 4);
  const start = letters
    .slice(0, cut)
    .map(({ segment }) => segment)
    .join('');
  return { start, end: name.slice(start.length) };
}
