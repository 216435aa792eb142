import { type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { takePicture } from './picture.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
const tablet = { viewport: { width: 820, height: 1_180 } } as const;
const desktop = { viewport: { width: 1_280, height: 800 } } as const;

/** The windows in which every screen is looked at. */
export const looks = {
  'phone-light': { ...phone, colorScheme: 'light' },
  'phone-dark': { ...phone, colorScheme: 'dark' },
  'tablet-light': { ...tablet, colorScheme: 'light' },
  'desktop-light': { ...desktop, colorScheme: 'light' },
  'desktop-dark': { ...desktop, colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>;

/** Where pictures are taken all of them; else two that have both widths and both colours between them, for the time's sake. */
export const looksInTurn: Readonly<Record<string, BrowserContextOptions>> =
  process.env.PICTURES === '1'
    ? looks
    : { 'phone-light': looks['phone-light'], 'desktop-dark': looks['desktop-dark'] };

/** Fails where a screen scrolls sideways or axe finds something, and takes its picture. */
export async function lookAt(page: Page, screen: string, look: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${screen} scrolls sideways by`).toBeLessThanOrEqual(0);
  expect(await axeFaults(page), `axe on ${screen}`).toEqual([]);
  await takePicture(page, `${screen}-${look}`);
}

/** Looks at what one page shows in each window, one after the other. */
export async function lookInTurn(page: Page, screen: string): Promise<void> {
  for (const [look, { viewport, colorScheme }] of Object.entries(looksInTurn)) {
    await page.emulateMedia({ colorScheme: colorScheme ?? 'light' });
    if (viewport) await page.setViewportSize(viewport);
    // What was laid out for the other window makes room a moment later.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
    await lookAt(page, screen, look);
  }
}
