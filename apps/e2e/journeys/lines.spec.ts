import { expect, test } from '../src/gathering.ts';
import { Robot, tones } from '../src/node/robot.ts';

test('a poor line is marked for everybody, and the curious see what the connection does', async ({
  arrive,
  room,
  baseURL,
}) => {
  const [wellHz, poorHz] = tones;
  const server = baseURL ?? '';
  const lia = await arrive({ name: 'Lia', hz: 880 });
  // Said together: whoever grants something takes everything else back.
  await lia.page.context().grantPermissions(['microphone', 'clipboard-read', 'clipboard-write']);
  const well = await Robot.join({ server, room, name: 'Well', hz: wellHz });
  const poor = await Robot.join({
    server,
    room,
    name: 'Poor',
    hz: poorHz,
    lossBeside: { loss: 0.3, robot: well },
  });
  await lia.join(room);

  await test.step('the one whose packets get lost, and nobody else', async () => {
    const mark = lia.tile('Poor').getByRole('img', { name: 'Their line is poor' });
    await expect(mark).toBeVisible({ timeout: 20_000 });
    await expect(lia.page.locator('[data-line]')).toHaveCount(1);
  });

  await test.step('path, codec and loss stand in a table that can be copied', async () => {
    await lia.page.getByRole('button', { name: 'Settings' }).click();
    await lia.page.getByRole('tab', { name: 'Connection' }).click();
    const panel = lia.page.getByRole('tabpanel', { name: 'Connection' });
    await expect(panel.getByRole('definition').filter({ hasText: /^UDP$/ })).toBeVisible();
    for (const name of ['You', 'Well', 'Poor']) {
      const row = panel.getByRole('row').filter({ has: lia.page.getByRole('rowheader', { name }) });
      await expect(row).toContainText('opus');
      await expect(row).toContainText(/[1-9]\d kb\/s/);
    }
    await panel.getByRole('button', { name: 'Copy as text' }).click();
    await expect(panel.getByRole('status')).toHaveText('Copied');
    const copied = await lia.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Way to the server: UDP');
    expect(copied.split('\n').at(-1)).toMatch(/^Poor\t\d+%\t.*opus$/);
  });

  await test.step('one’s own line is marked when packets get lost on it', async () => {
    await lia.page.keyboard.press('Escape');
    const mark = lia.tile('Lia').getByRole('img', { name: 'Your line is' });
    await expect(mark).toHaveCount(0);
    const session = await lia.page.context().newCDPSession(lia.page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
      packetLoss: 30,
    });
    await expect(mark).toHaveAttribute('data-line', 'poor', { timeout: 20_000 });
  });

  await Promise.all([well.leave(), poor.leave()]);
  expect(lia.complaints).toEqual([]);
});
