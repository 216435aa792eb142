import { percentile } from '../percentile.ts';
import type { Report } from '../scenario.ts';
import { medians, moments, msToSound, type Timeline } from './timeline.ts';

export interface JoinResults {
  inBrowser: readonly Timeline[];
  inNode: readonly Timeline[];
  roundTrips: number;
  runs: number;
}

export function joinReport({ inBrowser, inNode, roundTrips, runs }: JoinResults): Report {
  const browserMs = percentiles(inBrowser);
  const nodeMs = percentiles(inNode);
  const phases = { browser: medians(inBrowser), node: medians(inNode) };
  return {
    figures: { browserMs, nodeMs, roundTrips, runs, phases },
    lines: [
      row('ms to the first sound', 'Chromium', 'Node'),
      row('p50', browserMs.p50, nodeMs.p50),
      row('p95', browserMs.p95, nodeMs.p95),
      '',
      row('ms since the start, p50', 'Chromium', 'Node'),
      ...moments.map((moment) => row(moment, phases.browser[moment] ?? '-', phases.node[moment] ?? '-')),
      '',
      `${roundTrips} round trips, ${runs} runs each`,
    ],
  };
}

function percentiles(timelines: readonly Timeline[]): { p50: number; p95: number } {
  const times = timelines.map(msToSound);
  return { p50: Math.round(percentile(times, 50)), p95: Math.round(percentile(times, 95)) };
}

function row(title: string, ...cells: (string | number)[]): string {
  return title.padEnd(24) + cells.map((cell) => String(cell).padStart(10)).join('');
}
