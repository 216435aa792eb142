import { Crowd } from '@earshot/bench/crowd';
import { watchLoad } from '@earshot/bench/page-load';
import { expect, test } from '../src/gathering.ts';

const people = 20;
const talkers = 5;
const tries = 4;
const windowMs = 3_000;

test('a room of twenty, five of them talking, leaves a slow phone at ease', { tag: '@alone' }, async ({
  arrive,
  room,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const phone = { viewport: { width: 390, height: 844 } };
  const ada = await arrive({ name: 'Ada', context: phone });
  await ada.join(room);
  const signal = AbortSignal.timeout(100_000);
  await using _crowd = await Crowd.enter({ server: baseURL ?? '', room, people, talkers, signal });
  await expect(ada.page.locator('[data-member-id]')).toHaveCount(people + 1);
  await expect(ada.page.locator('[data-member-id][data-speaking="true"]').nth(talkers - 1)).toBeVisible();

  const devtools = await ada.page.context().newCDPSession(ada.page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const browser = ada.page.context().browser();
  if (!browser) throw new Error('a page without a browser');
  // Counted is the time that a task keeps the processor, and of several windows the best: on a machine that
  // others use as well, everything else only adds to what the page costs.
  const busiestMs: number[] = [];
  while (busiestMs.length < tries && !busiestMs.some((ms) => ms <= 100)) {
    busiestMs.push((await watchLoad(browser, ada.page, windowMs)).busiestTaskMs);
  }
  expect(Math.min(...busiestMs), `the busiest tasks took ${busiestMs.join(', ')} ms`).toBeLessThanOrEqual(
    100,
  );
});
