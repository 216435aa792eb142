import { expect, type Locator } from '@playwright/test';
import type { Person } from './person.ts';

/** Opens the settings' page about the microphone. @returns the dialog. */
export async function openMicrophoneSettings({ page }: Person): Promise<Locator> {
  await page.keyboard.press(',');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: 'Microphone' }).click();
  await expect(dialog.getByRole('switch', { name: 'Push-to-talk' })).toBeVisible();
  return dialog;
}

export async function closeSettings({ page }: Person): Promise<void> {
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
