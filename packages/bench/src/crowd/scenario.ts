import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import type { Report, Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { Crowd } from './crowd.ts';
import { frameP95, longest, type PageLoad, watchLoad } from './page-load.ts';

const room = 'crowd';
const people = 20;
const talkers = 5;
const throttle = 4;
const defaultWindows = 6;
const windowMs = 5_000;
const phone = { width: 390, height: 844 };

export const crowd: Scenario = {
  summary: 'what a full room costs a page whose processor is slowed down to a quarter',

  async run({ runs = defaultWindows, signal, note }) {
    note('Starting a server and Chromium …');
    await using server = await ServerProcess.start({ signal });
    await using browser = await launchChromium();
    await using context = await browser.newContext({ permissions: ['microphone'], viewport: phone });
    const page = await enter(context, `${server.url}/r/${room}`);
    const alone = await watchLoad(browser, page, windowMs);
    note(`${people} clients come, ${talkers} of them talk …`);
    const coming = watchLoad(browser, page, windowMs * 2);
    await using _crowd = await Crowd.enter({ server: server.url, room, people, talkers, signal });
    const joins = await coming;
    await page
      .getByText(String(people + 1))
      .first()
      .waitFor();
    const talk: PageLoad[] = [];
    while (talk.length < runs) {
      signal.throwIfAborted();
      const load = await watchLoad(browser, page, windowMs);
      talk.push(load);
      note(
        `Window ${talk.length} of ${runs}: longest task ${longest(load)} ms, ${load.busiestTaskMs} of them on the processor`,
      );
    }
    return crowdReport({ alone, joins, talk });
  },
};

async function enter(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Phone');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.locator('[data-member-id]').waitFor();
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  return page;
}

function crowdReport({ alone, joins, talk }: { alone: PageLoad; joins: PageLoad; talk: PageLoad[] }): Report {
  const figures = { alone: summary([alone]), joins: summary([joins]), talking: summary(talk) };
  const best = { longestTaskMs: Math.min(...talk.map(longest)) };
  return {
    figures: { ...figures, best, people, talkers, throttle, windowMs, windows: talk.length },
    lines: [
      row('', 'longest ms', 'on processor', 'long tasks', 'frame p95 ms'),
      ...Object.entries(figures).map(([when, of]) =>
        row(when, of.longestTaskMs, of.busiestTaskMs, of.longTasks, of.frameP95Ms),
      ),
      '',
      `longest task in the best window of ${talk.length} in which ${talkers} talk: ${best.longestTaskMs} ms`,
    ],
  };
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
