import { launchChromium } from '@earshot/bench/chromium';
import { freePort } from '@earshot/bench/free-port';
import { audit } from '@earshot/bench/lighthouse';
import { expect, test } from '../src/gathering.ts';

test('Lighthouse finds nothing in the way of anybody, on home and lobby', async ({ room, baseURL }) => {
  test.setTimeout(240_000);
  const port = await freePort();
  await using _browser = await launchChromium([`--remote-debugging-port=${port}`]);
  for (const path of ['/', `/r/${room}`]) {
    const { scores, faults } = await audit(`${baseURL}${path}`, port, ['accessibility']);
    expect(scores.accessibility, faults.join('\n')).toBe(100);
  }
});
