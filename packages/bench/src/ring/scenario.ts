import { setTimeout as pause } from 'node:timers/promises';
import { joinRoom, waitFor } from '@earshot/client';
import { nodeEngine, PcmMicrophone, play, tone } from '@earshot/client/node';
import { launchChromium } from '../chromium.ts';
import { percentile } from '../percentile.ts';
import type { Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { within } from '../within.ts';

const defaultRuns = 20;
const room = 'ring';
const name = 'Tone';
const wordMs = 600;
const runWithinMs = 10_000;

declare global {
  interface Window {
    /** When the ring last began to show, in ms since the Unix epoch. */
    ringShownAtMs: number;
  }
}

export const ring: Scenario = {
  summary: "from the first sound of a voice to its ring on a listener's page",

  async run({ runs = defaultRuns, signal, note }) {
    note('Starting a server, somebody who speaks and Chromium …');
    await using stack = new AsyncDisposableStack();
    const server = stack.use(await ServerProcess.start({ signal }));
    const microphone = stack.adopt(new PcmMicrophone(), (one) => one.close());
    const speaker = await joinRoom({
      server: server.url,
      room,
      name,
      engine: nodeEngine(),
      microphone,
      signal,
    });
    stack.defer(() => speaker.leave());
    await waitFor(speaker, ({ self, media }) => self.microphone === 'live' && media === 'connected');
    const browser = stack.use(await launchChromium());
    const page = await browser.newPage();
    await page.goto(`${server.url}/r/${room}`);
    await page.getByRole('textbox', { name: 'Your name' }).fill('Listener');
    await page.getByRole('button', { name: 'Just listen' }).click();
    const tile = page.locator('[data-member-id]').filter({ hasText: name });
    await tile.evaluate(watchRing);
    const quiet = page.locator('[data-member-id][data-speaking="true"]');

    const times: number[] = [];
    while (times.length < runs) {
      // At any distance from the ticks that tell of levels.
      await pause(400 + Math.random() * 100, undefined, { signal });
      const beganAtMs = performance.timeOrigin + performance.now();
      await within(play(tone({ frequencyHz: 440, durationMs: wordMs }), microphone), {
        what: 'a word',
        limitMs: runWithinMs,
        signal,
      });
      const shownAtMs = await page.evaluate(() => window.ringShownAtMs);
      if (shownAtMs < beganAtMs) throw new Error(`no ring within ${wordMs} ms`);
      times.push(Math.round(shownAtMs - beganAtMs));
      note(`Run ${times.length} of ${runs}: ${times.at(-1)} ms`);
      await quiet.waitFor({ state: 'detached', timeout: runWithinMs });
    }
    const ringMs = { p50: percentile(times, 50), p95: percentile(times, 95) };
    return {
      figures: { ringMs, runs },
      lines: [`ring after p50 ${ringMs.p50} ms, p95 ${ringMs.p95} ms, ${runs} runs`],
    };
  },
};

/** Runs in the page. */
function watchRing(tile: HTMLElement | SVGElement): void {
  window.ringShownAtMs = 0;
  new MutationObserver(() => {
    if (tile.dataset.speaking === 'true') window.ringShownAtMs = performance.timeOrigin + performance.now();
  }).observe(tile, { attributeFilter: ['data-speaking'] });
}
