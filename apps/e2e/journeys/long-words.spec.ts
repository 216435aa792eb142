import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../src/gathering.ts';
import { Operator } from '../src/operator.ts';
import { overflowing } from '../src/overflow.ts';
import type { Person } from '../src/person.ts';
import { takePicture } from '../src/picture.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } as const;

/** Opens the site in a language that is not in the picker. */
async function speak(page: Page, language: string) {
  await page.addInitScript((tag) => localStorage.setItem('earshot.language', tag), language);
}

/** What loads when it is first shown has come. */
async function settled(page: Page) {
  await expect(page.locator('[role=tabpanel] .waiting-bar').filter({ visible: true })).toHaveCount(0);
}

/** A tab's own name, which stands at the end of its id. */
async function nameOf(tab: Locator): Promise<string> {
  return (await tab.getAttribute('id'))?.split('-').at(-1) ?? '';
}

/** So many pixels of the side panel's tabs are out of sight: in a language that people speak, none. */
function hiddenTabs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const tabs = document.querySelector('aside [role=tablist]');
    return tabs ? tabs.scrollWidth - tabs.clientWidth : 0;
  });
}

/** Every screen in turn, found by what it is rather than by what it says. */
async function walk({ page }: Person, room: string, look: (screen: string) => Promise<void>) {
  const press = (key: string) => page.keyboard.press(key);
  await page.goto('/');
  await page.locator('html:not([data-words])').waitFor();
  await look('home');
  await page.goto(`/r/${room}`);
  await page.locator('input[name=name]').fill('Maximiliane von der Hohenlohe');
  await page.locator('section[aria-labelledby=microphone] button').click();
  await page.getByRole('meter').waitFor();
  await look('lobby');
  await page.locator('form button[type=submit]').click();
  await page.locator('[data-member-id]').nth(1).waitFor();
  await look('room');
  await press('p');
  await expect(page.getByRole('tabpanel')).toContainText('Ben');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await settled(page);
    await look(`panel-${await nameOf(tab)}`);
  }
  await press('Escape');
  await press(',');
  await page.getByRole('dialog').getByRole('tab').first().waitFor();
  for (const tab of await page.getByRole('dialog').getByRole('tab').all()) {
    await tab.click();
    await settled(page);
    await look(`settings-${await nameOf(tab)}`);
  }
  await press('Escape');
  for (const [key, name] of [
    ['?', 'shortcuts'],
    ['i', 'share'],
  ] as const) {
    await press(key);
    await page.getByRole('dialog').waitFor();
    await look(name);
    await press('Escape');
  }
  await page.getByRole('region').last().getByRole('button').last().click();
  await expect(page.locator('#message')).toContainText(room);
  await look('ended');
  await new Operator(page).signIn();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await settled(page);
    await look(`operator-${await nameOf(tab)}`);
  }
}

for (const [language, tag] of [
  ['de', 'de'],
  ['en-XA', 'longer'],
  ['ar-XB', 'mirrored'],
] as const) {
  test(`every screen bears the words of ${language} on the narrowest phone`, async ({ arrive, room }) => {
    const ben = await arrive({ name: 'Ben' });
    await ben.join(room, 'Join muted');
    const ada = await arrive({ name: 'Ada', hz: 440, context: phone });
    await speak(ada.page, language);
    await walk(ada, room, async (screen) => {
      expect(await overflowing(ada.page), screen).toEqual([]);
      if (language === 'de') expect(await hiddenTabs(ada.page), screen).toBe(0);
      await takePicture(ada.page, `${screen}-${tag}-narrow`);
    });
    expect(ada.complaints).toEqual([]);
  });
}

test('from right to left, everything stands the other way round', async ({ arrive, room }) => {
  const { page } = await arrive({ name: 'Ada', hz: 440 });
  const placesOf = async (controls: string) => {
    const boxes = await Promise.all((await page.locator(controls).all()).map((each) => each.boundingBox()));
    return boxes.map((box) => Math.round(box?.x ?? Number.NaN));
  };
  const bar = 'section:has(#microphone-state) button, section:has(button[aria-keyshortcuts]) button';
  await page.goto(`/r/${room}`);
  await page.locator('form button[type=submit]').click();
  await page.locator('[data-member-id]').waitFor();
  const before = await placesOf(bar);
  expect(before.length).toBeGreaterThan(2);
  expect(before).toEqual(before.toSorted((a, b) => a - b));
  await page.evaluate(() => localStorage.setItem('earshot.language', 'ar-XB'));
  await page.reload();
  await page.locator('html[dir=rtl]').waitFor();
  await page.locator('form button[type=submit]').click();
  await page.locator('[data-member-id]').waitFor();
  const after = await placesOf(bar);
  expect(after).toHaveLength(before.length);
  expect(after).toEqual(after.toSorted((a, b) => b - a));
});
