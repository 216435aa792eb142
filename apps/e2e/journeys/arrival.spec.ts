import type { Page } from '@playwright/test';
import { expect, test } from '../src/gathering.ts';

/** Holds back every script of a page, until the undo is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

interface Watched {
  /** How far the page has moved under its reader so far (Layout Instability). */
  shifted: number;
}

function watchShifts(): void {
  const page = window as unknown as Watched;
  page.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) page.shifted += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

test('the lobby is there to be read before any script is, and then wakes up in its place', async ({
  arrive,
}) => {
  const { page, complaints } = await arrive({ name: 'Ada', microphone: 'revocable' });
  await page.context().clearPermissions();
  await page.addInitScript(watchShifts);
  const release = await holdScripts(page);
  const heading = page.getByRole('heading', { level: 1 });
  const join = page.getByRole('button', { name: 'Join', exact: true });

  await test.step('its words stand there, and nothing can be pressed or typed in vain', async () => {
    await page.goto('/r/phòng-trà-7', { waitUntil: 'commit' });
    await expect(heading).toHaveText('phòng-trà-7');
    await expect(page.getByText('You are about to enter')).toBeVisible();
    await expect(join).toBeDisabled();
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeDisabled();
    await heading.evaluate((element) => element.setAttribute('data-exported', ''));
  });

  await test.step('it wakes up as it is: nothing moves, nothing is drawn anew, nobody complains', async () => {
    release();
    await expect(join).toBeEnabled();
    const field = page.getByRole('textbox', { name: 'Your name' });
    await expect(field).toHaveValue(/^\p{Lu}\p{Ll}+ \p{Lu}?\p{Ll}+/u);
    await expect(page).toHaveTitle('phòng-trà-7 · Earshot');
    await expect(page.getByRole('button', { name: 'Play a test sound' })).toBeVisible();
    await expect(heading).toHaveText('phòng-trà-7');
    await expect(heading).toHaveAttribute('data-exported', '');
    expect(await page.evaluate(() => (window as unknown as Watched).shifted)).toBeLessThan(0.02);
    expect(complaints).toEqual([]);
  });

  await test.step('a newcomer with a keyboard types another name over the one they were given', async () => {
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
    await page.keyboard.type('Ada');
    await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ada');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Roll another name' })).toBeFocused();
  });

  await test.step('somebody known is at Join at once', async () => {
    await page.reload();
    await expect(join).toBeFocused();
  });

  await test.step('names that take the page’s tables are written by it, and links without a name say so', async () => {
    await page.goto(`/r/${encodeURIComponent('Chào Bạn!')}`);
    await expect(heading).toHaveText('chào-bạn');
    await page.goto(`/r/${encodeURIComponent('नमस्ते')}`);
    await expect(heading).toHaveText('नमस्ते');
    await page.goto('/r/%21');
    await expect(heading).toHaveText('This link’s name has no letter or number in it.');
    await expect(page).toHaveTitle('Earshot: open a link and talk');
    expect(complaints).toEqual([]);
  });
});

test('whose language is not English sees no lobby in it', async ({ arrive }) => {
  const { page, complaints } = await arrive({ name: 'Ada', context: { locale: 'de' } });
  const release = await holdScripts(page);
  await page.goto('/r/quiet-maple-37', { waitUntil: 'commit' });
  const eyebrow = page.locator('main p').first();
  await expect(eyebrow).toHaveText('You are about to enter');
  // What hides it gives up after three seconds, which a busy machine may take to look.
  await expect(page.locator('html')).toHaveAttribute('data-words', 'coming');
  release();
  await expect(page.getByRole('button', { name: 'Stumm beitreten' })).toBeEnabled();
  await expect(eyebrow).toBeVisible();
  await expect(eyebrow).toHaveText('Gleich betrittst du');
  expect(complaints).toEqual([]);
});
