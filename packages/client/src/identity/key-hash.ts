/** FNV-1a, 32 bits: keys are random already, it only has to take all of their letters in. */
export function keyHash(key: string): number {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}
