import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import type { Scenario } from '../scenario.ts';
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
    const alone = await watchLoad(page, windowMs);
    note(`${people} clients come, ${talkers} of them talk …`);
    const coming = watchLoad(page, windowMs * 2);
    await using _crowd = await Crowd.enter({ server: server.url, room, people, talkers, signal });
    const joins = await coming;
    await page
      .getByText(String(people + 1))
      .first()
      .waitFor();
    const talk: PageLoad[] = [];
    while (talk.length < runs) {
      signal.throwIfAborted();
      const load = await watchLoad(page, windowMs);
      talk.push(load);
      note(`Window ${talk.length} of ${runs}: longest task ${longest(load)} ms, frames ${frameP95(load)} ms`);
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

function crowdReport({ alone, joins, talk }: { alone: PageLoad; joins: PageLoad; talk: PageLoad[] }) {
  const talking = {
    longTasks: talk.flatMap((one) => one.longTasks),
    frames: talk.flatMap((one) => one.frames),
  };
  const figures = {
    alone: summary(alone),
    joins: summary(joins),
    talking: { ...summary(talking), bestLongestTaskMs: Math.min(...talk.map(longest)) },
    people,
    talkers,
    throttle,
    windowMs,
    windows: talk.length,
  };
  const rows = (['alone', 'joins', 'talking'] as const).map((when) => {
    const { longestTaskMs, longTasks, frameP95Ms } = figures[when];
    return [
      when.padEnd(12),
      ...[longestTaskMs, longTasks, frameP95Ms].map((n) => String(n).padStart(14)),
    ].join('');
  });
  const head = ['', 'longest ms', 'long tasks', 'frame p95 ms'];
  const [first = '', ...others] = head;
  return {
    figures,
    lines: [first.padEnd(12) + others.map((word) => word.padStart(14)).join(''), ...rows],
  };
}

function summary(load: PageLoad) {
  return { longestTaskMs: longest(load), longTasks: load.longTasks.length, frameP95Ms: frameP95(load) };
}
