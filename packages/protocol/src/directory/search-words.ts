/** Points and accents, which may be left out in writing; not the vowels of Indic scripts, nor the marks of kana. */
const accents =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]]--[\u3099\u309a]]/gv;
/** Letters whose stroke or ligature Unicode does not take apart. */
const plainer: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
  ـ: '',
};
const special = new RegExp(`[${Object.keys(plainer).join('')}]`, 'gu');

/** Scripts that put no space between words. */
const unspaced = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmer}\p{scx=Mymr}`;
const runs = new RegExp(
  String.raw`(?<tight>[[${unspaced}]&&[\p{L}\p{M}\p{N}]]+)|[[\p{L}\p{M}\p{N}]--[${unspaced}]]+`,
  'gv',
);
const longestWord = 32;

/** A text without case and accents, in any script: “Phòng Trà” is “phong tra”. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .normalize('NFKC')
    .replace(special, (letter) => plainer[letter] ?? letter);
}

/**
 * The words that a text is found by. What is written without spaces is found by each two neighbouring
 * characters, and by each one that begins them.
 */
export function indexWords(text: string): string[] {
  return words(text, (letters) => [...pairs(letters), letters.at(-1) ?? '']);
}

/** The words that are looked for; each of them has to begin a word of what is found. */
export function queryWords(text: string): string[] {
  return words(text, (letters) => (letters.length === 1 ? letters : pairs(letters)));
}

/** Whether words of `queryWords` find those of `indexWords`. No words find everything. */
export function found(wanted: readonly string[], among: readonly string[]): boolean {
  return wanted.every((word) => among.some((each) => each.startsWith(word)));
}

function words(text: string, ofTight: (letters: readonly string[]) => readonly string[]): string[] {
  const all = new Set<string>();
  for (const { 0: run, groups } of fold(text).matchAll(runs)) {
    if (groups?.tight) for (const word of ofTight([...run])) all.add(word);
    else all.add(run.slice(0, longestWord));
  }
  return [...all];
}

function pairs(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
