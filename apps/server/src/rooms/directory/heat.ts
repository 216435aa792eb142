/** Heat halves in this time. */
const halfLifeMs = 300_000;
/** One person who talks for this long warms a room as much as one who arrives. */
const talkPerArrivalMs = 30_000;
/** Where the logarithm begins to count, so that it keeps its decimals. */
const epochMs = Date.UTC(2025, 0);

/**
 * How hot a room is. Each arrival adds 1, and each person who talks 1 in half a minute; what was added halves in
 * five minutes:
 *
 *     heat(t) = sum of arrivals a: 2^-((t - a) / h)  +  integral of talking(s) / 30 s * 2^-((t - s) / h) ds
 *
 * Kept is `log = log2(heat(t)) + t / h`, which time leaves alone: an order by it stays right while nothing happens.
 */
export interface Heat {
  /** `-Infinity` before anything has happened. */
  readonly log: number;
  /** Up to when it is counted, in milliseconds since the Unix epoch. */
  readonly atMs: number;
  /** How many talk since then. */
  readonly talking: number;
  readonly people: number;
  /** The most people of late, halving as heat does: who leaves and comes back does not arrive again. */
  readonly peak: number;
}

export const cold: Heat = { log: Number.NEGATIVE_INFINITY, atMs: epochMs, talking: 0, people: 0, peak: 0 };

/** Counts what has happened up to now; from now on there are so many people, and so many of them talk. */
export function warmed(heat: Heat, now: { people: number; talking: number; atMs: number }): Heat {
  const atMs = Math.max(heat.atMs, now.atMs);
  const [from, to] = [halfLives(heat.atMs), halfLives(atMs)];
  const said = ((heat.talking * halfLifeMs) / talkPerArrivalMs / Math.LN2) * (1 - 2 ** (from - to));
  const peak = Math.max(heat.people, heat.peak * 2 ** (from - to));
  const arrived = Math.max(0, now.people - peak);
  return {
    log: added(heat.log, said + arrived, to),
    atMs,
    talking: now.talking,
    people: now.people,
    peak: Math.max(peak, now.people),
  };
}

/** For the wire and for sorting: a thousandth more or less is no difference. */
export function hotness({ log }: Heat): number {
  return Number.isFinite(log) ? Math.round(log * 1_000) / 1_000 : 0;
}

function halfLives(atMs: number): number {
  return (atMs - epochMs) / halfLifeMs;
}

function added(log: number, heat: number, at: number): number {
  if (heat <= 0) return log;
  const more = Math.log2(heat) + at;
  const [high, low] = log > more ? [log, more] : [more, log];
  return high + Math.log2(1 + 2 ** (low - high));
}
