import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { frameP95, longest, type PageLoad, watchLoad } from '../crowd/page-load.ts';
import type { Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { isWhole, roomCount, scrollToEnd, scrollToTop, waitForCards, waitingCount } from './scroll.ts';

const places = 1_000;
const stirsPerSecond = 20;
const throttle = 4;
const defaultWindows = 3;
const windowMs = 10_000;
/** Pages of rooms come as one gets near the end: so many windows are enough for all of them. */
const mostLoadingWindows = 12;
const phone = { width: 390, height: 844 };

export const square: Scenario = {
  summary:
    'scrolling through 1,000 public rooms that change, on a page whose processor is slowed down to a quarter',

  async run({ runs = defaultWindows, signal, note }) {
    note(`Starting a server with ${places} places, and Chromium …`);
    await using server = await ServerProcess.start({
      signal,
      program: 'apps/server/src/testing/crowded-square.ts',
      environment: { PLACES: String(places), STIRS_PER_SECOND: String(stirsPerSecond) },
    });
    await using browser = await launchChromium();
    const page = await browser.newPage({ viewport: phone });
    await page.goto(server.url);
    await waitForCards(page);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const loading: PageLoad[] = [];
    do {
      signal.throwIfAborted();
      const load = await scrolled(browser, page);
      loading.push(load);
      note(`${await roomCount(page)} rooms are there: longest task ${longest(load)} ms`);
    } while (!(await isWhole(page)) && loading.length < mostLoadingWindows);
    const through: PageLoad[] = [];
    while (through.length < runs) {
      signal.throwIfAborted();
      await scrollToTop(page);
      const load = await scrolled(browser, page);
      through.push(load);
      note(`Time ${through.length} of ${runs} through all of them: longest task ${longest(load)} ms`);
    }
    const [rooms, waiting] = [await roomCount(page), await waitingCount(page)];
    const figures = { loading: summary(loading), through: summary(through) };
    return {
      figures: {
        ...figures,
        rooms,
        waiting,
        places,
        stirsPerSecond,
        throttle,
        windowMs,
        windows: through.length,
      },
      lines: [
        row('', 'longest ms', 'on processor', 'long tasks', 'frame p95 ms'),
        ...Object.entries(figures).map(([when, of]) =>
          row(when, of.longestTaskMs, of.busiestTaskMs, of.longTasks, of.frameP95Ms),
        ),
        `${rooms} of ${places} rooms stand in the list; ${waiting} wait to come in, or to go`,
      ],
    };
  },
};

async function scrolled(browser: Browser, page: Page): Promise<PageLoad> {
  const [load] = await Promise.all([watchLoad(browser, page, windowMs), scrollToEnd(page, windowMs)]);
  return load;
}

function summary(windows: readonly PageLoad[]) {
  const longTasks = windows.flatMap((one) => one.longTasks);
  const frames = windows.flatMap((one) => one.frames);
  const busiestTaskMs = Math.max(...windows.map((one) => one.busiestTaskMs));
  const all = { longTasks, frames, busiestTaskMs };
  return {
    longestTaskMs: longest(all),
    busiestTaskMs,
    longTasks: longTasks.length,
    frameP95Ms: frameP95(all),
  };
}

function row(title: string, ...cells: (string | number)[]): string {
  return title.padEnd(12) + cells.map((cell) => String(cell).padStart(14)).join('');
}
