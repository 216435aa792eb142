import { expect, type Page } from '@playwright/test';
import type { Person } from './person.ts';

/** What others need to come into a private room. */
export interface Invitation {
  readonly link: string;
  readonly password: string;
}

/**
 * Makes a private room on the front page, and goes to its lobby. @returns what its maker is given to pass on
 * @param home the front page; left out: that of the server that all use
 * @param look looks at each screen
 */
export async function makePrivateRoom(
  { page, name: maker }: Person,
  {
    name,
    way,
    home = '/',
    look = async () => {},
  }: {
    name: string;
    way: 'Password' | 'Secret link' | 'Both';
    home?: string;
    look?: (screen: string) => Promise<void>;
  },
): Promise<Invitation> {
  await page.goto(home);
  await page.getByRole('textbox', { name: 'Name a room' }).fill(name);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await page.getByRole('radio', { name: 'Private' }).check();
  await page.getByRole('radio', { name: way, exact: true }).check();
  const offered = page.getByRole('status', { name: 'Password' });
  if (way !== 'Secret link') await expect(offered).toHaveText(/^([a-z-]+ ){5}[a-z-]+$/);
  await look('private-set-up');
  await page.getByRole('button', { name: 'Create the room' }).click();
  const sheet = page.getByRole('dialog', { name: 'Your private room is ready' });
  await expect(sheet).toBeVisible({ timeout: 20_000 });
  await look('private-made');
  const invitation = await readInvitation(page, 'Your private room is ready');
  await sheet.getByRole('button', { name: 'Go to the room' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill(maker);
  return invitation;
}

/** What stands on the sheet that is to be passed on. */
export async function readInvitation(page: Page, heading: string): Promise<Invitation> {
  const sheet = page.getByRole('dialog', { name: heading });
  const link = (await sheet.getByRole('region', { name: 'Link' }).locator('bdi').textContent()) ?? '';
  const told = sheet.getByRole('region', { name: 'Password' }).locator('bdi');
  return { link, password: (await told.count()) > 0 ? ((await told.textContent()) ?? '') : '' };
}

/** Opens the door with a password, and stops in the lobby with the name filled in. @param look looks at the door */
export async function passGate(
  person: Person,
  invitation: Invitation,
  look?: (screen: string) => Promise<void>,
): Promise<void> {
  await tryAtGate(person, invitation, look);
  await person.page.getByRole('textbox', { name: 'Your name' }).fill(person.name);
}

/** Goes to the door, and answers with a password. @param look looks at the door before that */
export async function tryAtGate(
  { page }: Person,
  { link, password }: Invitation,
  look?: (screen: string) => Promise<void>,
): Promise<void> {
  // From the room's own page only the key in the address would change, and nothing be loaded.
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Private room', level: 1 })).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await look?.('private-gate');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

/** What the door says of a wrong password: before the lobby, with all of it selected, to be typed anew. */
export async function expectRefusedAtGate({ page }: Person, says: string, password: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Password' });
  await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible({ timeout: 20_000 });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(password);
  const selected = await field.evaluate((input: HTMLInputElement) => [
    input.selectionStart,
    input.selectionEnd,
  ]);
  expect(selected).toEqual([0, password.length]);
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveCount(0);
}
