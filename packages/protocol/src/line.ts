import * as z from 'zod/mini';

/** How well somebody's sound comes through: `fair`, now and then a word suffers; `poor`, they are hard to follow. */
export const Line = z.enum(['good', 'fair', 'poor']);
export type Line = z.infer<typeof Line>;

/** What was measured of a line over a few seconds. What is not known is left out. */
export interface LineSample {
  /** Packets that never came, as a fraction of all. */
  lossRatio?: number | undefined;
  /** Interarrival jitter (RFC 3550, section 6.4.1). */
  jitterMs?: number | undefined;
  roundTripMs?: number | undefined;
  /** Sound that had to be made up, as a fraction of all. */
  concealedRatio?: number | undefined;
}

/**
 * From where on a line is `fair`, and from where on `poor`. Opus' in-band FEC and a jitter buffer hide single
 * losses; from 3 % on some are heard, at 10 % every sentence has one (ITU-T G.113, appendix I, on Ie-eff). A
 * talk over 300 ms there and back is laboured (G.114 asks 150 ms one way).
 */
const bounds: Readonly<Record<keyof LineSample, readonly [fair: number, poor: number]>> = {
  lossRatio: [0.03, 0.1],
  jitterMs: [40, 100],
  roundTripMs: [300, 600],
  concealedRatio: [0.05, 0.15],
};

const lines = ['good', 'fair', 'poor'] as const;

function grade(sample: LineSample, severity: number): number {
  return Math.max(
    ...(Object.keys(bounds) as (keyof LineSample)[]).map((name) => {
      const value = (sample[name] ?? 0) * severity;
      return bounds[name].filter((bound) => value >= bound).length;
    }),
  );
}

/** So many samples in a row have to say that a line is worse, and so many that it is better. */
const samplesUntil = { worse: 2, better: 3 } as const;
/** Better is only what is clearly so: half of what would count as worse. */
const clearly = 2;

/** A line, and what the last samples hint at. */
export interface LineWatch {
  readonly line: Line;
  readonly hint: { readonly of: 'worse' | 'better'; readonly to: number; readonly count: number } | undefined;
}

export const goodLine: LineWatch = { line: 'good', hint: undefined };

/** Takes one more sample. A single one changes nothing, so that no mark comes and goes with each. Pure. */
export function watchLine(watch: LineWatch, sample: LineSample): LineWatch {
  const at = lines.indexOf(watch.line);
  const bad = grade(sample, 1);
  const [of, to] = bad > at ? (['worse', bad] as const) : (['better', grade(sample, clearly)] as const);
  if (of === 'better' && to >= at) return watch.hint ? { ...watch, hint: undefined } : watch;
  const before = watch.hint?.of === of ? watch.hint : undefined;
  // The mildest change that all of the samples agree on.
  const agreed = before ? (of === 'worse' ? Math.min(before.to, to) : Math.max(before.to, to)) : to;
  const count = (before?.count ?? 0) + 1;
  if (count < samplesUntil[of]) return { ...watch, hint: { of, to: agreed, count } };
  return { line: lines[agreed] ?? watch.line, hint: undefined };
}

/** The worse of two. */
export function worseLine(one: Line, other: Line): Line {
  return lines[Math.max(lines.indexOf(one), lines.indexOf(other))] ?? one;
}
