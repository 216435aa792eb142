import { launchChromium } from '../chromium.ts';
import type { Bench, Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { joinInBrowser } from './browser-join.ts';
import { joinReport } from './join-report.ts';
import { joinInNode } from './node-join.ts';
import { countRoundTrips } from './round-trips.ts';
import { msToSound, type Timeline } from './timeline.ts';
import { ToneSpeaker } from './tone-speaker.ts';

const defaultRuns = 20;
/** What is counted comes out nearly the same each time. */
const roundTripRuns = 5;
const room = 'bench';

export const join: Scenario = {
  summary: 'from pressing Join to the first sound heard, and the round trips that takes',

  async run(bench) {
    const { signal, note, runs = defaultRuns } = bench;
    note('Starting a server and somebody who plays a tone …');
    await using server = await ServerProcess.start({ signal });
    await using _tone = await ToneSpeaker.enter({ server: server.url, room, signal });

    const inBrowser = await browserJoins(`${server.url}/r/${room}`, { ...bench, runs });
    const inNode = await repeated({ ...bench, runs, what: 'Node client' }, () =>
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
    return joinReport({ inBrowser, inNode, roundTrips, runs });
  },
};

async function browserJoins(link: string, bench: Bench & { runs: number }): Promise<Timeline[]> {
  const { signal, note } = bench;
  note('Starting Chromium …');
  await using browser = await launchChromium();
  // Not counted: it makes a returning visitor.
  const { memory } = await joinInBrowser(browser, { link, signal });
  return await repeated({ ...bench, what: 'Chromium' }, async () => {
    const { timeline } = await joinInBrowser(browser, { link, signal, memory });
    return timeline;
  });
}

/** One after the other, so that no join disturbs another. */
async function repeated(
  { what, runs, note, signal }: Bench & { what: string; runs: number },
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
