import { DeviceRack } from '../src/device-rack.ts';
import { expect, test } from '../src/gathering.ts';
import { closeSettings, openMicrophoneSettings } from '../src/microphone-settings.ts';

const [system, headset, other] = [
  'Fake Default Audio Input',
  'Fake Audio Input 1',
  'Fake Audio Input 2',
] as const;

test('microphones come and go, and one goes on talking or stays muted', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada', hz: 440, microphones: 3 });
  const ben = await arrive({ name: 'Ben' });
  const rack = await DeviceRack.install(ada.page);
  await ben.join(room, 'Just listen');
  await ada.join(room);
  const { page } = ada;
  const benHears = (...tones: number[]) => expect.poll(() => ben.ears.hears([440])).toEqual(tones);
  const isNow = (state: 'live' | 'muted' | 'off') =>
    expect(ben.tile('Ada')).toHaveAttribute('data-microphone', state);
  await benHears(440);

  await test.step('she chooses her headset', async () => {
    const dialog = await openMicrophoneSettings(ada);
    await dialog.getByLabel('Microphone in use').selectOption({ label: headset });
    await expect(dialog.getByLabel('Microphone in use').locator('option:checked')).toHaveText(headset);
    await closeSettings(ada);
    await benHears(440);
  });

  await test.step('it is pulled out: the system’s choice takes over', async () => {
    await rack.pull(headset);
    await expect(page.getByText(`${headset} is gone. You are using ${system} now.`)).toBeVisible();
    await benHears(440);
    await isNow('live');
  });

  await test.step('it is plugged in: she comes back to it', async () => {
    await rack.plugIn(headset);
    await expect(page.getByText(`${headset} is back, and in use again.`)).toBeVisible();
    await benHears(440);
    await page.getByRole('button', { name: 'OK' }).click();
    await expect(page.getByText('is back, and in use again.')).toHaveCount(0);
  });

  await test.step('muted, she stays muted through all of it', async () => {
    await page.keyboard.press('m');
    await benHears();
    await rack.pull(headset);
    await expect(page.getByText(`${headset} is gone.`)).toContainText('You are still muted.');
    await rack.plugIn(headset);
    await expect(page.getByText(`${headset} is back`)).toContainText('You are still muted.');
    await isNow('muted');
    await benHears();
    await page.keyboard.press('m');
    await benHears(440);
  });

  await test.step('nothing is left: it is said, and found again when something is plugged in', async () => {
    await rack.pull(system, headset, other);
    await expect(page.getByText('Your microphone is gone')).toBeVisible();
    await isNow('off');
    await benHears();
    await rack.plugIn(other);
    await benHears(440);
    await expect(page.getByText('Your microphone is gone')).toHaveCount(0);
    await isNow('live');
  });

  expect(ada.complaints).toEqual([]);
});

test('a permission taken away in mid-call turns the microphone off, and it comes back muted', async ({
  arrive,
  room,
}) => {
  const ada = await arrive({ name: 'Ada', hz: 440, microphone: 'revocable' });
  const ben = await arrive({ name: 'Ben' });
  await ben.join(room, 'Just listen');
  await ada.join(room);
  const { page } = ada;
  await expect.poll(() => ben.ears.hears([440])).toEqual([440]);

  await page.context().clearPermissions();
  await expect(page.getByText('Your browser is not letting Earshot use the microphone.')).toBeVisible();
  await expect(ben.tile('Ada')).toHaveAttribute('data-microphone', 'off');
  await expect.poll(() => ben.ears.hears([440])).toEqual([]);

  await page.context().grantPermissions(['microphone']);
  await page.getByRole('button', { name: 'Try microphone again' }).click();
  await expect(ben.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
  expect(await ben.ears.hears([440])).toEqual([]);
  await page.getByRole('button', { name: 'Unmute' }).click();
  await expect.poll(() => ben.ears.hears([440])).toEqual([440]);
  expect(ada.complaints).toEqual([]);
});
