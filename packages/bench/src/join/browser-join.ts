import type { Browser, BrowserContext } from 'playwright-core';
import { within } from '../within.ts';
import { watchConnections } from './connection-watch.ts';
import { installProbe } from './page-probe.ts';
import { inOrder, type Timeline } from './timeline.ts';
import { loudness } from './tone-speaker.ts';

const stepWithinMs = 15_000;
const visitWithinMs = 40_000;

/** What a browser keeps of a visit. */
export type Memory = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface VisitOptions {
  link: string;
  signal: AbortSignal;
  /** Of an earlier visit: the page then knows who comes, and that they usually talk. */
  memory?: Memory;
}

/**
 * Opens the room's link in a browser that has nothing loaded, with the microphone allowed; lets the lobby
 * settle, presses Join and listens.
 */
export function joinInBrowser(
  browser: Browser,
  { signal, ...options }: VisitOptions,
): Promise<{ timeline: Timeline; memory: Memory }> {
  return within(visit(browser, options), { what: 'a join in Chromium', limitMs: visitWithinMs, signal });
}

async function visit(browser: Browser, { link, memory }: Pick<VisitOptions, 'link' | 'memory'>) {
  await using context = await browser.newContext({
    permissions: ['microphone'],
    ...(memory ? { storageState: memory } : {}),
  });
  context.setDefaultTimeout(stepWithinMs);
  await context.addInitScript({ content: `(${installProbe})(${watchConnections}, ${loudness});` });
  const page = await context.newPage();
  await page.goto(link);
  const button = page.getByRole('button', { name: 'Join', exact: true });
  await button.waitFor();
  // Nothing more is loaded, and there was half a second for what has been.
  await page.waitForLoadState('networkidle');
  await button.click();
  const timeline = inOrder(await page.evaluate(() => window.joinProbe));
  return { timeline, memory: await context.storageState() };
}
