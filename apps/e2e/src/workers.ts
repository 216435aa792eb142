import type { Page } from '@playwright/test';

interface TrackedPage {
  workers: Worker[];
}

/** Makes `killWorkers` possible; before the page is opened. */
export async function trackWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tracked = window as unknown as TrackedPage;
    tracked.workers = [];
    window.Worker = class extends Worker {
      constructor(...options: ConstructorParameters<typeof Worker>) {
        super(...options);
        tracked.workers.push(this);
      }
    };
  });
}

/** Ends everything that a page does beside its window, such as encrypting. */
export async function killWorkers(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const worker of (window as unknown as TrackedPage).workers) worker.terminate();
  });
}
