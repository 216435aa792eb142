import { type Clock, systemClock } from '@earshot/lifetime';
import { goodLine, type Line, type LineSample, watchLine } from '@earshot/protocol';
import { type Statistics, type StatsLook, statistics } from './statistics.ts';

/** Browsers take a few milliseconds to count 40 streams: not more often than a line changes. */
const lookEveryMs = 3_000;

interface OwnLineOptions {
  getStats(): Promise<{ send?: RTCStatsReport; recv?: RTCStatsReport }>;
  /** Hears of each change; a line is good until then. */
  onLine(line: Line): void;
  clock?: Clock;
}

/** Watches the own connection, both ways, by what the browser counts. Returns its undo. */
export function watchOwnLine({ getStats, onLine, clock = systemClock }: OwnLineOptions): () => void {
  let watch = goodLine;
  let before: StatsLook | undefined;
  let looking = false;
  let ended = false;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    const { send, recv } = await getStats().catch(() => ({ send: undefined, recv: undefined }));
    looking = false;
    if (ended) return;
    const now = { atMs: clock.nowMs(), send, recv };
    const was = watch.line;
    if (before) watch = watchLine(watch, lineSample(statistics(now, before)));
    before = now;
    if (watch.line !== was) onLine(watch.line);
  }

  const stop = clock.every(lookEveryMs, () => void look());
  return () => {
    ended = true;
    stop();
  };
}

/** One connection from all that runs over it. Of many voices the one in the middle speaks for the way here. */
export function lineSample({ path, sent, received }: Statistics): LineSample {
  const voices = [...received.values()].filter(
    ({ bitsPerSecond = 0 }) => bitsPerSecond > silentBitsPerSecond,
  );
  const middle = (values: (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined).toSorted((one, other) => one - other);
    return known[Math.floor(known.length / 2)];
  };
  const worst = (...values: (number | undefined)[]) => Math.max(0, ...values.map((value) => value ?? 0));
  return {
    roundTripMs: path?.roundTripMs,
    lossRatio: worst(middle(voices.map(({ lossRatio }) => lossRatio)), sent?.lossRatio),
    jitterMs: worst(middle(voices.map(({ jitterMs }) => jitterMs)), sent?.jitterMs),
    concealedRatio: middle(voices.map(({ concealedRatio }) => concealedRatio)),
  };
}

/** The few packets of a silent stream (DTX) say nothing about a line: one that is missing would be half of them. */
const silentBitsPerSecond = 6_000;
