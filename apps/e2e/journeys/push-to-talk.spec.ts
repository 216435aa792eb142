import { expect, test } from '../src/gathering.ts';
import { closeSettings, openMicrophoneSettings } from '../src/microphone-settings.ts';

test('push-to-talk is heard only while it is held, by key and by button', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada', hz: 440 });
  const ben = await arrive({ name: 'Ben' });
  await ben.join(room, 'Just listen');
  await ada.join(room);
  const { page } = ada;
  const benHears = (...tones: number[]) => expect.poll(() => ben.ears.hears([440])).toEqual(tones);
  const button = page.getByRole('button', { name: 'Hold to talk' });
  await benHears(440);

  await test.step('switching it on mutes', async () => {
    const dialog = await openMicrophoneSettings(ada);
    await dialog.getByRole('switch', { name: 'Push-to-talk' }).click();
    await closeSettings(ada);
    await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
    await benHears();
    await expect(page.getByText('Hold Space to talk')).toBeVisible();
  });

  await test.step('by key', async () => {
    await page.keyboard.down('Space');
    await benHears(440);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.up('Space');
    await benHears();
  });

  await test.step('by button, with the pointer let go elsewhere', async () => {
    await button.hover();
    await page.mouse.down();
    await benHears(440);
    await page.mouse.move(10, 10);
    await page.mouse.up();
    await benHears();
  });

  await test.step('by button, with the keyboard', async () => {
    await button.focus();
    await page.keyboard.down('Enter');
    await benHears(440);
    await page.keyboard.up('Enter');
    await benHears();
  });

  // No window manager here takes the focus away, so the event it would send is the seam.
  await test.step('released when the window loses its focus, though the key stays down', async () => {
    await page.keyboard.down('Space');
    await benHears(440);
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await benHears();
    await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
    await page.keyboard.up('Space');
    await benHears();
  });

  await test.step('another key, remembered', async () => {
    const dialog = await openMicrophoneSettings(ada);
    await dialog.getByRole('button', { name: 'Change key' }).click();
    await page.keyboard.press('v');
    await expect(dialog.getByText('V', { exact: true })).toBeVisible();
    await closeSettings(ada);
    await page.keyboard.down('v');
    await benHears(440);
    await page.keyboard.up('v');
    await page.reload();
    await ada.join(room);
    await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
    await page.keyboard.down('v');
    await benHears(440);
    await page.keyboard.up('v');
    await benHears();
  });

  expect(ada.complaints).toEqual([]);
});

test('somebody who talks while muted is told, and is left alone once they know', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada', hz: 440 });
  // How often somebody has listened to the microphone, which the page does as long as it is muted.
  await ada.page.addInitScript(() => {
    const listen = AnalyserNode.prototype.getFloatTimeDomainData;
    Object.assign(window, { looks: 0 });
    AnalyserNode.prototype.getFloatTimeDomainData = function counted(samples) {
      (window as unknown as { looks: number }).looks += 1;
      listen.call(this, samples);
    };
  });
  const looks = () => ada.page.evaluate(() => (window as unknown as { looks: number }).looks);
  await ada.join(room, 'Join muted');
  const hint = ada.page.getByText('You are muted: nobody hears you.');
  await expect(hint).toBeVisible();
  await ada.page.getByRole('button', { name: 'I know' }).click();
  await expect(hint).toHaveCount(0);
  // Twice as often as it took to say it.
  const before = await looks();
  await expect.poll(looks).toBeGreaterThan(before + 24);
  await expect(hint).toHaveCount(0);
  await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
});

test('the microphone settings keep the focus inside, and give it back', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada', hz: 440 });
  await ada.join(room);
  const { page } = ada;
  const opener = page.getByRole('button', { name: 'Settings' });
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const isInside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null);
  await opener.focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('tab', { name: 'Microphone' }).click();
  await expect(dialog.getByRole('switch', { name: 'Push-to-talk' })).toBeVisible();

  await test.step('everything is reached by Tab, in the order it is read', async () => {
    const inOrder = [
      dialog.getByLabel('Microphone in use'),
      dialog.getByRole('switch', { name: 'Push-to-talk' }),
      dialog.getByRole('radio', { name: 'Voice' }),
      dialog.getByText('Fine settings'),
    ];
    let reached = 0;
    for (let presses = 0; presses < 12 && reached < inOrder.length; presses += 1) {
      await page.keyboard.press('Tab');
      const next = inOrder[reached];
      if (await next?.evaluate((element) => element === document.activeElement)) reached += 1;
    }
    expect(reached).toBe(inOrder.length);
    expect(await isInside()).toBe(true);
  });

  await test.step('Space on a switch switches it, also when it is the key to talk', async () => {
    const push = dialog.getByRole('switch', { name: 'Push-to-talk' });
    await push.focus();
    await page.keyboard.press('Space');
    await expect(push).toHaveAttribute('aria-checked', 'true');
    await page.keyboard.press('Space');
    await expect(push).toHaveAttribute('aria-checked', 'false');
  });

  await test.step('choosing a key can be left with Escape, and the dialog stays', async () => {
    await page.keyboard.press('Space');
    await dialog.getByRole('button', { name: 'Change key' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('Esc leaves it as it is.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog.getByRole('button', { name: 'Change key' })).toBeFocused();
    await expect(dialog).toBeVisible();
  });

  await test.step('Escape closes it, and the focus is back where it came from', async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  });
  expect(ada.complaints).toEqual([]);
});
