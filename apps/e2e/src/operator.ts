import { expect, type Locator, type Page } from '@playwright/test';

/** The token of every server that journeys start with an operator. */
export const operatorToken = 'operator-of-the-journeys';

/** Whoever runs the server, at their page. */
export class Operator {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and comes in, in whichever language it speaks. */
  async signIn(origin = ''): Promise<void> {
    await this.page.goto(`${origin}/operator`);
    await this.page.locator('input[type=password]').fill(operatorToken);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('tab')).toHaveCount(5);
  }

  /** Opens a section by the name that begins it. */
  async open(section: string): Promise<Locator> {
    await this.page.getByRole('tab', { name: new RegExp(`^${section}`) }).click();
    return this.page.getByRole('tabpanel');
  }

  /** Answers the dialog that asks first: the focus stands on the way back until then. */
  async confirm(dialog: Locator, does: string): Promise<void> {
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await dialog.getByRole('button', { name: does, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }

  /** What the page says came of the last act. */
  get note(): Locator {
    return this.page.locator('[data-note]');
  }
}
