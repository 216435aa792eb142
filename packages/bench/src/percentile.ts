/**
 * The smallest of the values that at least `percent` of them do not exceed (nearest rank), so that every
 * figure printed is one that was measured.
 * @param percent above 0, up to 100
 * @throws TypeError when there are no values, or `percent` is out of range
 */
export function percentile(values: readonly number[], percent: number): number {
  if (!(percent > 0 && percent <= 100)) throw new TypeError(`no such percentile: ${percent}`);
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (value === undefined) throw new TypeError('there is no percentile of nothing');
  return value;
}
