import type { Browser } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { percentile } from '../percentile.ts';
import type { Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { within } from '../within.ts';
import { installLobbyWatch } from './lobby-watch.ts';

const defaultRuns = 10;
const loadWithinMs = 30_000;

/** Paths to the server. The slow one is what DevTools called Fast 3G, with its allowance for overhead. */
const paths = {
  local: undefined,
  fast3g: {
    latency: 562.5,
    downloadThroughput: (1_600_000 / 8) * 0.9,
    uploadThroughput: (750_000 / 8) * 0.9,
  },
} as const;

export const coldLoad: Scenario = {
  summary: "from following a room's link with empty caches to a lobby that takes a name and a press",

  async run({ runs = defaultRuns, signal, note }) {
    note('Starting a server and Chromium …');
    await using server = await ServerProcess.start({ signal });
    await using browser = await launchChromium();
    const results: Record<string, { p50: number; p95: number }> = {};
    for (const [name, path] of Object.entries(paths)) {
      const times: number[] = [];
      while (times.length < runs) {
        const load = visit(browser, `${server.url}/r/bench`, path);
        times.push(await within(load, { what: 'a cold load', limitMs: loadWithinMs, signal }));
        note(`${name}, run ${times.length} of ${runs}: ${times.at(-1)} ms`);
      }
      results[name] = { p50: percentile(times, 50), p95: percentile(times, 95) };
    }
    return {
      figures: { ...results, runs },
      lines: Object.entries(results).map(
        ([name, { p50, p95 }]) => `${name.padEnd(8)} p50 ${p50} ms, p95 ${p95} ms`,
      ),
    };
  },
};

async function visit(
  browser: Browser,
  link: string,
  path: (typeof paths)[keyof typeof paths],
): Promise<number> {
  await using context = await browser.newContext();
  const page = await context.newPage();
  if (path) {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...path });
  }
  await page.addInitScript(installLobbyWatch);
  await page.goto(link, { waitUntil: 'commit' });
  return await page.evaluate(() => window.lobbyUsableMs);
}
