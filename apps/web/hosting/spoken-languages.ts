/** Languages that many people speak, by their primary tags of BCP 47. */
const widelySpoken =
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko ms nl no pl pt ro ru sv sw ta th tl tr uk ur vi zh';

/** Those to choose from, with the one that is chosen already. */
export function spokenLanguages(chosen: string): string[] {
  const own =
    typeof navigator === 'undefined' ? [] : navigator.languages.map((tag) => tag.split('-')[0] ?? '');
  const tags = [...widelySpoken.split(' '), ...own, chosen].filter((tag) => /^[a-z]{2,3}$/.test(tag));
  return [...new Set(tags)];
}
