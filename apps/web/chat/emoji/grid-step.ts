/** How a key moves through `count` cells that stand in rows of `columns`; undefined where it moves nothing. */
export function gridStep(
  key: string,
  at: number,
  { count, columns, rtl = false }: { count: number; columns: number; rtl?: boolean },
): number | undefined {
  if (count === 0) return undefined;
  // -1: nothing is chosen yet, and any way down or on is the first.
  if (at < 0) return key === 'ArrowDown' ? 0 : undefined;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + columns, last);
    case 'ArrowUp':
      // From the first row back to the search field.
      return at - columns >= 0 ? at - columns : -1;
    case rtl ? 'ArrowLeft' : 'ArrowRight':
      return Math.min(at + 1, last);
    case rtl ? 'ArrowRight' : 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
