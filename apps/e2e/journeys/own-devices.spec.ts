import { newIdentity } from '@earshot/client';
import { defaultRoomSettings } from '@earshot/protocol';
import type { Page } from '@playwright/test';
import { axeFaults } from '../src/axe.ts';
import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';
import { overflowing } from '../src/overflow.ts';
import { readQrCode } from '../src/qr-code.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Who somebody is to those who look: the short name of their key. */
async function shortNameOf(page: Page, name: string): Promise<string> {
  await page
    .getByRole('button', { name: `How you hear ${name}` })
    .first()
    .click();
  const text = await page.getByRole('dialog', { name }).locator('[lang=en]').textContent();
  await page.keyboard.press('Escape');
  return text ?? '';
}

async function openDevices(page: Page): Promise<void> {
  const settings = page.getByRole('button', { name: 'Settings' });
  if (page.viewportSize()?.width === phone.viewport.width) {
    await page.getByRole('button', { name: 'More', exact: true }).click();
  }
  await settings.click();
  await page.getByRole('tab', { name: 'Your devices' }).click();
  await expect(page.getByRole('list', { name: 'Devices that are you' })).toBeVisible();
}

async function looksRight(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await overflowing(page)).toEqual([]);
}

test('one person on several devices: linked by a code, unlinked, and found again', async ({
  arrive,
  room,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const host = await Robot.join({
    server: baseURL ?? '',
    room,
    name: 'Host',
    identity: newIdentity(),
    create: defaultRoomSettings,
  });
  const witness = await arrive({ name: 'Witness' });
  const ada = await arrive({ name: 'Ada' });
  const pocket = await arrive({ name: 'Pocket', context: phone });
  await Promise.all([witness.join(room, 'Just listen'), ada.join(room, 'Just listen')]);
  const own = await shortNameOf(witness.page, 'Ada');
  const devices = ada.page.getByRole('list', { name: 'Devices that are you' });
  const moderator = (name: string) => witness.tile(name).locator('[data-role=moderator]');
  let link = '';

  await test.step('the phone reads the code, both show the same words, and one says yes', async () => {
    await openDevices(ada.page);
    await expect(ada.page.getByText(own)).toBeVisible();
    await ada.page.getByRole('button', { name: 'Link another device' }).click();
    link = (await readQrCode(ada.page)) ?? '';
    expect(link).toMatch(/\/link#[\w-]{22}$/);
    await looksRight(ada.page);

    await pocket.page.goto(link);
    const wish = pocket.page.getByRole('button', { name: 'Link this device' });
    await expect(wish).toBeVisible();
    await looksRight(pocket.page);
    await wish.click();
    const shown = pocket.page.locator('[data-confirmation]');
    await expect(shown).toBeVisible();
    expect(new URL(pocket.page.url()).hash).toBe('');
    const words = (await shown.getAttribute('data-confirmation')) ?? '';
    expect(words.split(' ')).toHaveLength(3);
    await expect(ada.page.locator('[data-confirmation]')).toHaveAttribute('data-confirmation', words);
    await ada.page.getByRole('button', { name: 'Yes, link it' }).click();

    await expect(pocket.page.getByText(`you are ${own} here, too`)).toBeVisible();
    await looksRight(pocket.page);
    await expect(devices.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('to somebody else the phone is the same person', async () => {
    await pocket.join(room, 'Just listen');
    await expect(witness.tile('Pocket')).toBeVisible();
    expect(await shortNameOf(witness.page, 'Pocket')).toBe(own);
    await host.room.hosting.setRole(await witness.memberId('Pocket'), 'moderator');
    for (const name of ['Pocket', 'Ada']) await expect(moderator(name)).toBeVisible();
    await expect(ada.page.getByText('You are a moderator now.').first()).toBeAttached();
    await openDevices(pocket.page);
    await expect(pocket.page.getByText('First device')).toBeVisible();
    await looksRight(pocket.page);
  });

  await test.step('the phone is given a name, then unlinked: it leaves, and comes back as another person', async () => {
    const item = devices.getByRole('listitem').nth(1);
    await item.getByRole('button', { name: /^Rename/ }).click();
    await ada.page.getByRole('textbox', { name: 'Name of the device' }).fill('Old phone');
    await ada.page.keyboard.press('Enter');
    await item.getByRole('button', { name: 'Unlink Old phone' }).click();
    await item.getByRole('button', { name: 'Unlink', exact: true }).click();
    await expect(ada.page.getByText('Old phone is unlinked.')).toBeVisible();
    await expect(devices.getByRole('listitem')).toHaveCount(1);
    await expect(witness.tile('Pocket')).toHaveCount(0);
    await expect(pocket.page.getByText('This device was unlinked.')).toBeVisible();

    await pocket.join(room, 'Just listen');
    await expect(witness.tile('Pocket')).toBeVisible();
    expect(await shortNameOf(witness.page, 'Pocket')).not.toBe(own);
    await expect(moderator('Pocket')).toHaveCount(0);
    await expect(moderator('Ada')).toBeVisible();
  });

  await test.step('whoever is declined is told so, and stays who they are', async () => {
    await ada.page.getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(ada.page.getByRole('button', { name: 'Link another device' })).toBeFocused();
    await ada.page.keyboard.press('Enter');
    await pocket.page.goto((await readQrCode(ada.page)) ?? '');
    await pocket.page.getByRole('button', { name: 'Link this device' }).click();
    await ada.page.getByRole('button', { name: 'No, decline' }).click();
    await expect(pocket.page.getByText('The other device declined.')).toBeVisible();
  });

  await test.step('a recovery code makes a browser that was never linked the same person; the used link does not', async () => {
    await ada.page.getByRole('button', { name: 'Make a recovery code' }).click();
    const code = (await ada.page.locator('[data-recovery-code]').textContent()) ?? '';
    await looksRight(ada.page);
    await ada.page.emulateMedia({ media: 'print' });
    await expect(ada.page.getByText('Recovery code', { exact: true }).first()).toBeHidden();
    await expect(ada.page.getByText(code)).toBeVisible();
    await ada.page.emulateMedia({ media: 'screen' });
    const fresh = await pocket.page
      .context()
      .browser()
      ?.newContext({ baseURL: new URL(ada.page.url()).origin });
    if (!fresh) throw new Error('the browser is gone');
    const page = await fresh.newPage();
    await page.goto(link);
    await page.getByRole('button', { name: 'Link this device' }).click();
    await expect(page.getByText('This link is over.')).toBeVisible();
    await page.goto('/');
    await page.goto('/link');
    await page.getByRole('button', { name: 'I have a recovery code' }).click();
    const field = page.getByRole('textbox', { name: 'Recovery code' });
    await field.fill(code.replace(/.$/, (last) => (last === '7' ? '8' : '7')));
    await expect(page.getByText('There is a slip in it')).toBeVisible();
    await field.fill(code.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'You are yourself here again.' })).toBeVisible();

    await page
      .getByRole('listitem')
      .filter({ hasText: 'First device' })
      .getByRole('button', { name: /^Unlink/ })
      .click();
    await page.getByRole('button', { name: 'Unlink', exact: true }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'First device' })).toHaveCount(0);
    await expect(witness.tile('Ada')).toHaveCount(0);

    await page.goto(`/r/${room}`);
    await page.getByRole('textbox', { name: 'Your name' }).fill('Found');
    await page.getByRole('button', { name: 'Just listen' }).click();
    await expect(witness.tile('Found')).toBeVisible();
    expect(await shortNameOf(witness.page, 'Found')).toBe(own);
    await expect(moderator('Found')).toBeVisible();
    await fresh.close();
  });
  await host.leave();
});
