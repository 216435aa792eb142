/** How large everybody is drawn, in CSS pixels. */
export interface SeatPlan {
  readonly columns: number;
  readonly avatarPx: number;
  readonly seatPx: number;
  /** People sit so close that one line of a name and a badge have to do. */
  readonly dense: boolean;
}

interface Floor {
  readonly count: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

const largestPx = { one: 208, few: 168, some: 152, many: 128 } as const;
/** Smaller than this nobody is recognised: then the floor scrolls instead. */
const smallestPx = 64;
/** Below this a name gets one line and its state none. */
const denseBelowPx = 92;
/** The loudest ring reaches this far, as in voice.css. */
const haloPx = (avatarPx: number) => avatarPx * 0.07 + 6;
const captionPx = { roomy: 72, dense: 24 } as const;
export const rowGapPx = { roomy: 20, dense: 10 } as const;
const besidePx = (avatarPx: number) => Math.max(28, avatarPx * 0.28);

/**
 * The seats for so many people on a floor of that size: as large as fits and as is pleasant, and among those
 * the plan whose rows are fullest and that has the floor's own proportions. It depends on nothing else, so
 * nobody moves because somebody speaks.
 */
export function seatPlan({ count, widthPx, heightPx }: Floor): SeatPlan {
  const best = Array.from({ length: count }, (_, index) => planWith(index + 1, { count, widthPx, heightPx }))
    .filter((plan) => plan.avatarPx >= smallestPx)
    .reduce<Candidate | undefined>((kept, plan) => (!kept || isBetter(plan, kept) ? plan : kept), undefined);
  if (best) return { columns: best.columns, avatarPx: best.avatarPx, seatPx: best.seatPx, dense: best.dense };
  return scrolling(widthPx);
}

interface Candidate extends SeatPlan {
  readonly emptySeats: number;
  /** How far the block of seats is from the floor's proportions; 0 is just like them. */
  readonly oddity: number;
}

function planWith(columns: number, { count, widthPx, heightPx }: Floor): Candidate {
  const rows = Math.ceil(count / columns);
  const roomy = fit({ columns, rows, widthPx, heightPx, dense: false });
  const dense = roomy < denseBelowPx;
  const fitting = dense
    ? Math.min(denseBelowPx - 1, fit({ columns, rows, widthPx, heightPx, dense }))
    : Math.min(roomy, largest(count));
  const avatarPx = Math.floor(fitting);
  const seatPx = Math.min(Math.floor(widthPx / columns), Math.ceil(avatarPx + besidePx(avatarPx) + 16));
  const blockPx = rows * rowHeight(avatarPx, dense);
  return {
    columns,
    avatarPx,
    seatPx,
    dense,
    emptySeats: rows * columns - count,
    oddity: Math.abs(Math.log((columns * seatPx) / blockPx / (widthPx / heightPx))),
  };
}

/** The largest avatar with which so many rows and columns fit. */
function fit(plan: {
  columns: number;
  rows: number;
  widthPx: number;
  heightPx: number;
  dense: boolean;
}): number {
  const { columns, rows, widthPx, heightPx, dense } = plan;
  const across = widthPx / columns;
  const byWidth = Math.min(across - 28, across / 1.28);
  const fixedPx = 12 + captionPx[dense ? 'dense' : 'roomy'] + rowGapPx[dense ? 'dense' : 'roomy'];
  return Math.min(byWidth, (heightPx / rows - fixedPx) / 1.14);
}

function rowHeight(avatarPx: number, dense: boolean): number {
  const kind = dense ? 'dense' : 'roomy';
  return avatarPx + 2 * haloPx(avatarPx) + captionPx[kind] + rowGapPx[kind];
}

function isBetter(plan: Candidate, kept: Candidate): boolean {
  if (Math.abs(plan.avatarPx - kept.avatarPx) > 8) return plan.avatarPx > kept.avatarPx;
  return plan.oddity + plan.emptySeats * 0.3 < kept.oddity + kept.emptySeats * 0.3;
}

/** More than can be seen at once: as many beside each other as can be read. */
function scrolling(widthPx: number): SeatPlan {
  const columns = Math.max(1, Math.floor(widthPx / (smallestPx + 28)));
  const seatPx = Math.floor(widthPx / columns);
  const avatarPx = Math.max(Math.min(smallestPx, widthPx - 16), Math.min(80, Math.floor(seatPx / 1.4)));
  return { columns, avatarPx, seatPx: Math.min(seatPx, 132), dense: true };
}

function largest(count: number): number {
  if (count === 1) return largestPx.one;
  if (count <= 4) return largestPx.few;
  return count <= 9 ? largestPx.some : largestPx.many;
}
