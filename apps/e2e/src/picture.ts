import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const committed = join(import.meta.dirname, '../../../docs/screenshots');
const scratch = join(import.meta.dirname, '../test-results/screenshots');

/**
 * Takes a picture of a screen. They land beside the test results; with `PICTURES=1` in `docs/screenshots`,
 * where the README shows them, so that a plain test run leaves the checkout as it was.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES === '1' ? committed : scratch;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', scale: 'css' });
}
