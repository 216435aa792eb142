import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe minds, each with the elements it means. Pages here have no frames, and are looked at in themselves: the
 * other way opens a second page for each look, and takes more than twice as long.
 * @param within a selector, where only a part is looked at
 */
export async function axeFaults(page: Page, within?: string): Promise<[rule: string, elements: string[]][]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
