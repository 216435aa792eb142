import { expect, test } from '../src/gathering.ts';

test('joining muted sends nothing until the microphone is opened', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada' });
  const ben = await arrive({ name: 'Ben', hz: 700 });
  await ada.join(room, 'Just listen');
  await ben.join(room, 'Join muted');
  await expect(ada.tile('Ben')).toHaveAttribute('data-microphone', 'muted');
  expect(await ada.ears.hears([700])).toEqual([]);

  await ben.page.getByRole('button', { name: 'Unmute' }).click();
  await expect.poll(() => ada.ears.hears([700])).toEqual([700]);
});

test('a listener hears without being asked for a microphone, and can talk later', async ({
  arrive,
  room,
}) => {
  const ada = await arrive({ name: 'Ada', hz: 440 });
  const ben = await arrive({ name: 'Ben', hz: 700 });
  await ben.openLobby(room);
  await expect(ben.page.getByText('Nobody is here yet.')).toBeVisible();
  await ada.join(room);
  await expect(ben.page.getByText(/Ada\W* is inside/)).toBeVisible();
  await expect(ben.page.getByText(/Ada\W* is talking/)).toBeVisible();
  await ben.page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const ask = devices.getUserMedia.bind(devices);
    Object.assign(window, { askedForMicrophone: 0 });
    devices.getUserMedia = (constraints) => {
      (window as unknown as { askedForMicrophone: number }).askedForMicrophone += 1;
      return ask(constraints);
    };
  });
  await ben.join(room, 'Just listen');
  await expect.poll(() => ben.ears.hears([440, 700])).toEqual([440]);
  await expect(ada.tile('Ben')).toHaveAttribute('data-microphone', 'off');
  expect(
    await ben.page.evaluate(() => (window as unknown as { askedForMicrophone: number }).askedForMicrophone),
  ).toBe(0);

  await ben.page.getByRole('button', { name: 'Turn on microphone' }).click();
  await expect.poll(() => ada.ears.hears([700])).toEqual([700]);
  await expect(ada.tile('Ben')).toHaveAttribute('data-microphone', 'live');
});

test('Enter joins from the name field, and everything works by keyboard', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada', hz: 440 });
  await ada.openLobby(room);
  await ada.page.keyboard.press('Enter');
  await expect(ada.tile('Ada')).toBeVisible();
  await ada.page.keyboard.press('m');
  await expect(ada.page.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await ada.page.getByRole('button', { name: 'Leave' }).focus();
  await ada.page.keyboard.press('Enter');
  await expect(ada.page.getByText(`You have left ${room}.`)).toBeVisible();
  await expect(ada.page.getByRole('button', { name: 'Rejoin' })).toBeFocused();
  await ada.page.keyboard.press('Enter');
  await expect(ada.tile('Ada')).toBeVisible();

  // The same person in one more tab is told, and need not be there twice.
  const second = await ada.page.context().newPage();
  await second.goto(ada.page.url());
  await second.getByRole('button', { name: 'Leave there' }).click();
  await expect(ada.page.getByText(`You have left ${room}.`)).toBeVisible();
  await expect(second.getByText('You are in this room in another tab.')).toBeHidden();
  await expect(second.getByRole('button', { name: 'Join', exact: true })).toBeFocused();
  await second.keyboard.press('Enter');
  await expect(second.locator('[data-member-id]')).toHaveCount(1);
});
