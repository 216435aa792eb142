/** What browsers report of one thing (https://www.w3.org/TR/webrtc-stats/), as far as it is read here. */
export interface StatsEntry {
  readonly type: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

export type Stats = Pick<RTCStatsReport, 'forEach'>;

export function entriesOf(report: Stats | undefined): StatsEntry[] {
  const entries: StatsEntry[] = [];
  report?.forEach((entry: StatsEntry) => {
    entries.push(entry);
  });
  return entries;
}

export function numberIn(entry: StatsEntry | undefined, field: string): number | undefined {
  const value = entry?.[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** How much a counter grew; undefined where it is not told, or began anew. */
export function grown(
  entry: StatsEntry | undefined,
  before: StatsEntry | undefined,
  field: string,
): number | undefined {
  const [now, then] = [numberIn(entry, field), before ? numberIn(before, field) : 0];
  return now === undefined || then === undefined || now < then ? undefined : now - then;
}

/** `part` of `whole`; undefined where there was nothing. */
export function share(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole <= 0 ? undefined : Math.min(part / whole, 1);
}

export function inMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1_000;
}
