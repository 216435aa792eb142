import { percentile } from '../percentile.ts';

/** What a join goes through, in this order. */
export const moments = [
  'socketOpened',
  'joinSent',
  'joinAnswered',
  'iceStarted',
  'iceConnected',
  'dtlsConnected',
  'firstPacket',
  'firstSound',
] as const;

type Moment = (typeof moments)[number];

/** Milliseconds from the start of a join to each moment of it; what was not seen is left out. */
export type Timeline = Readonly<Partial<Record<Moment, number>>>;

/**
 * A busy thread hears of things late. Whatever was heard of after its own consequence happened no later
 * than that.
 */
export function inOrder(heard: Timeline): Timeline {
  const timeline: Partial<Record<Moment, number>> = {};
  let latest = Number.POSITIVE_INFINITY;
  for (const moment of moments.toReversed()) {
    const time = heard[moment];
    if (time === undefined) continue;
    latest = Math.min(latest, time);
    timeline[moment] = latest;
  }
  return timeline;
}

/** The median of each moment over several joins, in whole milliseconds. */
export function medians(timelines: readonly Timeline[]): Timeline {
  const median: Partial<Record<Moment, number>> = {};
  for (const moment of moments) {
    const times = timelines.map((timeline) => timeline[moment]).filter((time) => time !== undefined);
    if (times.length > 0) median[moment] = Math.round(percentile(times, 50));
  }
  return median;
}

/** How long it took until the first sound was heard. @throws Error when none was */
export function msToSound({ firstSound }: Timeline): number {
  if (firstSound === undefined) throw new Error('no sound was heard');
  return firstSound;
}
