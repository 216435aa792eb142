import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const folder = join(import.meta.dirname, '../../../docs/screenshots');

/**
 * With `PICTURES=1` takes a picture of a screen into `docs/screenshots`, where the README shows it. Nothing is compared
 * with these, so a plain test run takes none: drawing and packing them costs as much as a good part of the journeys.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', scale: 'css' });
}
