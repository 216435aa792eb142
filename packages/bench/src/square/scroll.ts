import type { Page } from 'playwright-core';

const card = '[data-room]';

/** Scrolls the page from where it is to its end in steps of every frame, as a thumb does, for `windowMs` at most. */
export function scrollToEnd(page: Page, windowMs: number): Promise<void> {
  return page.evaluate(async (limitMs) => {
    const element = document.scrollingElement;
    if (!element) throw new Error('nothing scrolls here');
    const startMs = performance.now();
    const from = element.scrollTop;
    await new Promise<void>((resolve) => {
      const frame = (nowMs: number) => {
        const share = Math.min(1, (nowMs - startMs) / limitMs);
        // The end moves away while rooms come in below.
        element.scrollTop = from + share * (element.scrollHeight - element.clientHeight - from);
        if (share < 1) requestAnimationFrame(frame);
        else resolve();
      };
      requestAnimationFrame(frame);
    });
  }, windowMs);
}

export function scrollToTop(page: Page): Promise<void> {
  return page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

export function cardCount(page: Page): Promise<number> {
  return page.locator(card).count();
}

export async function waitForCards(page: Page): Promise<void> {
  await page.locator(card).first().waitFor();
}
