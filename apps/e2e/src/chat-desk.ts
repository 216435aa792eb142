import { expect, type Locator } from '@playwright/test';
import type { Person } from './person.ts';

/** Somebody's chat panel: what they read in it and do with it. */
export class ChatDesk {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  static async open(person: Person): Promise<ChatDesk> {
    const button = person.page.getByRole('button', { name: /^Chat/ });
    // Whoever had it open in the room before finds it so.
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    const desk = new ChatDesk(person);
    await expect(desk.field).toBeVisible();
    return desk;
  }

  get log(): Locator {
    return this.#person.page.getByRole('log', { name: 'Messages' });
  }

  get field(): Locator {
    return this.#person.page.getByRole('textbox', { name: 'Write a message' });
  }

  /** Messages with this text in them. */
  message(text: string): Locator {
    return this.log.getByRole('article').filter({ hasText: text });
  }

  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
    await expect(this.field).toHaveValue('');
  }

  /** Chooses a file to go with the next message. */
  async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const { page } = this.#person;
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Add a file' }).click(),
    ]);
    await chooser.setFiles(file);
  }

  /** Points at a message and presses one of the buttons that then stand beside it. */
  async act(text: string, action: string): Promise<void> {
    const message = this.message(text).first();
    await message.hover();
    await message.getByRole('button', { name: action, exact: true }).click();
  }
}
