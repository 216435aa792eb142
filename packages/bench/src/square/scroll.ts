import type { Page } from 'playwright-core';

const card = '[data-room]';
const changes = /^\d+ changes?/;

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

/** Back to the first rooms, until all have gone where they belong: while one scrolls they stay where they are. */
export async function scrollToTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.getByRole('button', { name: changes }).waitFor({ state: 'detached' });
}

/** How many rooms are in the list, told by its last card: only those near what is seen stand in the page. */
export async function roomCount(page: Page): Promise<number> {
  return Number(await page.locator(card).last().getAttribute('aria-posinset'));
}

/** How many rooms wait to be let into the list, or out of it. */
export async function waitingCount(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: changes });
  return (await button.count()) === 0 ? 0 : Number.parseInt((await button.textContent()) ?? '', 10);
}

/** Whether the list's end has come. */
export async function isWhole(page: Page): Promise<boolean> {
  return (await page.getByRole('button', { name: 'Show more rooms' }).count()) === 0;
}

export async function waitForCards(page: Page): Promise<void> {
  await page.locator(card).first().waitFor();
}
