import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions } from '@playwright/test';
import { expect, test } from '../src/gathering.ts';
import { takePicture } from '../src/picture.ts';

const looks: Record<string, BrowserContextOptions> = {
  'phone-light': {
    viewport: { width: 360, height: 740 },
    colorScheme: 'light',
    hasTouch: true,
    isMobile: true,
  },
  'phone-dark': {
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
    hasTouch: true,
    isMobile: true,
  },
  'tablet-light': { viewport: { width: 820, height: 1_180 }, colorScheme: 'light' },
  'desktop-light': { viewport: { width: 1_280, height: 800 }, colorScheme: 'light' },
  'desktop-dark': { viewport: { width: 1_280, height: 800 }, colorScheme: 'dark' },
};

for (const [look, context] of Object.entries(looks)) {
  test(`every screen fits, and axe finds nothing: ${look.replace('-', ', ')}`, async ({ arrive, room }) => {
    const ada = await arrive({ name: 'Ada', hz: 440, context });
    const ben = await arrive({ name: 'Ben', hz: 700 });
    const cleo = await arrive({ name: 'Cleo' });
    await ben.join(room);
    await cleo.join(room, 'Join muted');
    const { page } = ada;
    const show = async (screen: string) => {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${screen} scrolls sideways by`).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await takePicture(page, `${screen}-${look}`);
    };

    await page.goto('/');
    await expect(page.getByRole('textbox', { name: 'Name a room' })).toBeVisible();
    await show('home');
    await ada.openLobby(room);
    await page.getByRole('button', { name: 'Turn on microphone' }).click();
    await expect(page.getByText('We can hear you.')).toBeVisible();
    await show('lobby');
    await ada.join(room);
    await expect(ada.tile('Ben')).toHaveAttribute('data-speaking', 'true');
    await expect(ada.tile('Cleo')).toHaveAttribute('data-microphone', 'muted');
    await show('room');
    await page.getByRole('button', { name: 'Leave' }).click();
    await expect(page.getByText(`You have left ${room}.`)).toBeVisible();
    await show('ended');
    expect(ada.complaints).toEqual([]);
  });
}

test('the picture of the README', async ({ arrive }) => {
  const room = 'tea-house';
  // Ada is silent: a muted person who talks would be told so.
  const ada = await arrive({ name: 'Ada', hz: 0, context: { viewport: { width: 1_120, height: 700 } } });
  const ben = await arrive({ name: 'Ben', hz: 700 });
  const cleo = await arrive({ name: 'Cleo' });
  await ben.join(room);
  await cleo.join(room, 'Join muted');
  await ada.join(room, 'Join muted');
  await expect(ada.tile('Ben')).toHaveAttribute('data-speaking', 'true');
  await takePicture(ada.page, 'room');
});
