/** Deep equality of what came over the wire; ignores the order of keys, for a codec may write them in any. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => sameValue(one[key as keyof typeof one], other[key as keyof typeof other]))
  );
}
