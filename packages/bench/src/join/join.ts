import { launchChromium } from '../chromium.ts';
import { percentile } from '../percentile.ts';
import type { Bench, Report, Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { joinInBrowser } from './browser-join.ts';
import { joinInNode } from './node-join.ts';
import { countRoundTrips } from './round-trips.ts';
import { medians, moments, msToSound, type Timeline } from './timeline.ts';
import { ToneSpeaker } from './tone-speaker.ts';

const defaultRuns = 20;
/** What is counted comes out nearly the same each time. */
const roundTripRuns = 5;
const room = 'bench';

export const join: Scenario = {
  summary: 'from pressing Join to the first sound heard, and the round trips that takes',

  async run(bench: Bench): Promise<Report> {
    const { signal, note, runs = defaultRuns } = bench;
    await using scope = new AsyncDisposableStack();
    note('Starting a server and somebody who plays a tone …');
    const server = scope.use(await ServerProcess.start({ signal }));
    scope.use(await ToneSpeaker.enter({ server: server.url, room, signal }));

    const inNode = await times(runs, { ...bench, what: 'Node client' }, () =>
      joinInNode({ server: server.url, room, signal }),
    );
    note('Counting round trips over a slow path …');
    const { http, rtc } = server;
    const roundTrips = await countRoundTrips({
      http,
      rtc,
      room,
      runs: Math.min(runs, roundTripRuns),
      signal,
    });

    const browser = scope.use(await launchChromium());
    const link = `${server.url}/r/${room}`;
    const { memory } = await joinInBrowser(browser, { link, signal });
    const inBrowser = await times(runs, { ...bench, what: 'Chromium' }, async () => {
      const { timeline } = await joinInBrowser(browser, { link, signal, memory });
      return timeline;
    });
    return report({ inBrowser, inNode, roundTrips, runs });
  },
};

/** One after the other, so that no run disturbs another. */
async function times(
  runs: number,
  { what, note, signal }: Bench & { what: string },
  once: () => Promise<Timeline>,
): Promise<Timeline[]> {
  const timelines: Timeline[] = [];
  while (timelines.length < runs) {
    signal.throwIfAborted();
    const timeline = await once();
    timelines.push(timeline);
    note(`${what}, run ${timelines.length} of ${runs}: ${Math.round(msToSound(timeline))} ms`);
  }
  return timelines;
}

interface Results {
  inBrowser: readonly Timeline[];
  inNode: readonly Timeline[];
  roundTrips: number;
  runs: number;
}

function report({ inBrowser, inNode, roundTrips, runs }: Results): Report {
  const browserMs = percentiles(inBrowser);
  const nodeMs = percentiles(inNode);
  const phases = { browser: medians(inBrowser), node: medians(inNode) };
  const row = (...cells: (string | number)[]) =>
    cells
      .map((cell, column) => (column === 0 ? String(cell).padEnd(24) : String(cell).padStart(10)))
      .join('');
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
