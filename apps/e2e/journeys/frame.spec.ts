import type { Locator } from '@playwright/test';
import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';
import { readQrCode } from '../src/qr-code.ts';
import { SpareServer } from '../src/spare-server.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('panels, settings and keys: the focus goes in and comes back', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada' });
  await ada.join(room, 'Join muted');
  const { page } = ada;
  const panel = page.getByRole('complementary', { name: 'Side panel' });

  await test.step('a panel opens with the focus in it, and Escape gives the focus back', async () => {
    const toggle = page.getByRole('button', { name: 'People', exact: true });
    await toggle.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'People' })).toBeFocused();
    const ground = (control: Locator) =>
      control.evaluate((element) => getComputedStyle(element).backgroundColor);
    const closed = await ground(page.getByRole('button', { name: 'Chat', exact: true }));
    await expect.poll(() => ground(toggle), 'the control of an open panel stands out').not.toBe(closed);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Room' })).toBeFocused();
    await expect(panel.getByRole('heading', { name: room })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(toggle).toBeFocused();
  });

  await test.step('what was open is open again, without taking the focus', async () => {
    await page.keyboard.press('p');
    await expect(panel).toBeVisible();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('button', { name: 'Rejoin' }).click();
    await expect(panel).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.keyboard.press('p');
  });

  await test.step('? lists the keys, which are silent in dialogs and fields, and can be off', async () => {
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet.getByRole('listitem').filter({ hasText: 'Mute or unmute' })).toContainText('M');
    await page.keyboard.press('m');
    await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
    await sheet.getByRole('switch').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await page.keyboard.press('?');
    await expect(sheet).toHaveCount(0);
    await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Shortcuts' }).click();
    await page.getByRole('switch', { name: 'Shortcuts of one key' }).click();
    await page.getByRole('tab', { name: 'Appearance' }).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
    await page.keyboard.press('m');
    await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'live');
  });

  await test.step('the QR code leads here', async () => {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    expect(await readQrCode(page)).toBe(new URL(`/r/${room}`, page.url()).href);
  });
  expect(ada.complaints).toEqual([]);
});

test('on a phone a panel covers the room, and what has no place stands behind More', async ({
  arrive,
  room,
}) => {
  const ada = await arrive({ name: 'Ada', context: phone });
  await ada.join(room, 'Join muted');
  const { page } = ada;

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'People' }).click();
  const panel = page.getByRole('complementary', { name: 'Side panel' });
  await expect(panel).toBeVisible();
  expect(await panel.boundingBox()).toMatchObject({ x: 0, y: 0, width: 360, height: 740 });
  await expect(page.locator('[inert]').getByRole('button', { name: 'Leave' })).toBeAttached();
  await panel.getByRole('button', { name: 'Unmute' }).click();
  await panel.getByRole('button', { name: 'Back to the room' }).click();
  await expect(panel).toHaveCount(0);
  await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'live');

  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.click();
  await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await expect(more).toBeFocused();

  for (const width of [180, 320]) {
    await page.setViewportSize({ width, height: 640 });
    for (const name of ['Mute', 'More', 'Leave']) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width, `${name} at ${width} px`).toBe(true);
    }
  }
  expect(ada.complaints).toEqual([]);
});

test('1, 2, 5, 12 and 40 people sit as large as fits, and nobody moves when somebody speaks', async ({
  arrive,
  room,
  baseURL,
}) => {
  const ada = await arrive({ name: 'Ada', hz: 440, context: phone });
  await ada.join(room, 'Join muted');
  const { page } = ada;
  const seats = () =>
    page.locator('[data-member-id]').evaluateAll((tiles) =>
      tiles.map((tile) => {
        const { x, y, width, height } = tile.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
  const crowd: Robot[] = [];
  const smallest: number[] = [];
  try {
    for (const count of [1, 2, 5, 12, 40]) {
      while (crowd.length + 1 < count) {
        const name = `Guest ${crowd.length + 1}`;
        crowd.push(await Robot.join({ server: baseURL ?? '', room, name }));
      }
      await expect(page.locator('[data-member-id]')).toHaveCount(count);
      const boxes = await seats();
      for (const { x, width } of boxes) expect(x >= 0 && x + width <= 360).toBe(true);
      const overlap = boxes.some((one, index) =>
        boxes.some(
          (other, at) =>
            at > index &&
            one.x < other.x + other.width - 1 &&
            other.x < one.x + one.width - 1 &&
            one.y < other.y + other.height - 1 &&
            other.y < one.y + one.height - 1,
        ),
      );
      expect(overlap, `${count} people overlap`).toBe(false);
      const avatar = await page.locator('[data-member-id] .voice-ring').first().boundingBox();
      smallest.push(Math.round(avatar?.width ?? 0));
      if (count <= 12) {
        const lowest = Math.max(...boxes.map(({ y, height }) => y + height));
        expect(lowest, `${count} people fit`).toBeLessThan(700);
      }
    }
    expect(smallest).toEqual(smallest.toSorted((one, other) => other - one));
    expect(smallest.at(-1)).toBeGreaterThanOrEqual(64);

    const before = await seats();
    await page.keyboard.press('m');
    await expect(ada.tile('Ada')).toHaveAttribute('data-speaking', 'true');
    expect(await seats()).toEqual(before);
    await ada.tile('Guest 39').scrollIntoViewIfNeeded();
    await expect(ada.tile('Guest 39')).toBeInViewport();
  } finally {
    await Promise.all(crowd.map((robot) => robot.leave()));
  }
});

test('a way in that fails keeps the others open, and a held Enter does not turn back', async ({
  arrive,
  room,
}) => {
  const server = await SpareServer.start();
  const ada = await arrive({ name: 'Ada' });
  ada.visit(server.origin);
  const { page } = ada;
  try {
    await page.goto(`${server.origin}/r/${room}`);
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeFocused();
    // Playwright holds a key down by pressing it again.
    for (let held = 0; held < 8; held++) await page.keyboard.down('Enter');
    await expect(page.locator('[data-member-id]')).toHaveCount(1);
    await page.keyboard.up('Enter');
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.goto(`${server.origin}/r/${room}`);
    await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
    await server.stop();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(page.getByText('The server cannot be reached.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Just listen' })).toBeVisible();
  } finally {
    await server.stop();
  }
});
