/** Most pictures are this wide for their height. */
const aspect = 16 / 9;
/** Below this width nobody is recognised any more: rather scroll. */
const leastWidthPx = 150;

/** Narrower than this is a phone held upright. */
const phoneWidthPx = 480;

/** How much of its width a picture may lose for more of them in a row. */
const sideBySide = 0.94;

export interface Area {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Grid {
  readonly columns: number;
  /** Of one picture. */
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface StageLayout {
  readonly grid: Grid;
  /** Where the small ones are. */
  readonly strip: 'none' | 'side' | 'below';
}

/** The columns that make `count` equal pictures the largest in an area. */
export function fitGrid(count: number, { widthPx, heightPx }: Area, gapPx: number): Grid {
  let best: Grid = { columns: 1, widthPx: 0, heightPx: 0 };
  for (let columns = 1; columns <= Math.max(1, count); columns++) {
    const rows = Math.ceil(count / columns);
    const across = (widthPx - gapPx * (columns - 1)) / columns;
    const down = (heightPx - gapPx * (rows - 1)) / rows;
    const width = Math.floor(Math.min(across, down * aspect));
    // Side by side looks calmer than one above the other, and is worth a little of the size.
    if (width > best.widthPx * sideBySide)
      best = { columns, widthPx: width, heightPx: Math.floor(width / aspect) };
  }
  // On a phone a few are better scrolled through than looked at as stamps.
  if (widthPx < phoneWidthPx && count <= 4 && best.widthPx < widthPx * 0.7) {
    return { columns: 1, widthPx: Math.floor(widthPx), heightPx: Math.floor(widthPx / aspect) };
  }
  if (best.widthPx >= Math.min(leastWidthPx, widthPx)) return best;
  const columns = Math.max(1, Math.floor((widthPx + gapPx) / (leastWidthPx + gapPx)));
  const width = Math.max(0, Math.floor((widthPx - gapPx * (columns - 1)) / columns));
  return { columns, widthPx: width, heightPx: Math.floor(width / aspect) };
}

/**
 * Lays `large` pictures out in an area, with a strip for the small ones where it takes least from the large:
 * at the side of a wide area, below a tall one.
 * @param stripPx size of the strip across, its gap included: width at the side, height below
 */
export function layOut(
  { large, small }: { large: number; small: number },
  area: Area,
  { gapPx, stripPx }: { gapPx: number; stripPx: { side: number; below: number } },
): StageLayout {
  if (small === 0) return { grid: fitGrid(large, area, gapPx), strip: 'none' };
  const beside = fitGrid(large, { ...area, widthPx: area.widthPx - stripPx.side }, gapPx);
  const above = fitGrid(large, { ...area, heightPx: area.heightPx - stripPx.below }, gapPx);
  return beside.widthPx > above.widthPx ? { grid: beside, strip: 'side' } : { grid: above, strip: 'below' };
}
