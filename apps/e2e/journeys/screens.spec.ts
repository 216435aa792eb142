import { expect, test } from '../src/gathering.ts';
import { lookAt, looks, looksInTurn } from '../src/looks.ts';
import { Robot } from '../src/node/robot.ts';
import { Operator } from '../src/operator.ts';
import { takePicture } from '../src/picture.ts';

for (const [look, context] of Object.entries(looksInTurn)) {
  test(`every screen fits, and axe finds nothing: ${look.replace('-', ', ')}`, async ({
    arrive,
    room,
    baseURL,
  }) => {
    // Many screens, each looked through by axe.
    test.slow();
    const server = baseURL ?? '';
    const ada = await arrive({ name: 'Ada', hz: 440, context });
    const robots: Robot[] = [];
    const { page } = ada;
    const show = (screen: string) => lookAt(page, screen, look);
    const loaded = async () => {
      const panel = page.locator('[role=tabpanel][data-state=active]');
      await expect(panel).toBeVisible();
      await expect(panel).not.toBeEmpty();
      await expect(panel.locator('.waiting-bar')).toHaveCount(0);
    };
    const control = async (name: string) => {
      const inBar = page.getByRole('region', { name: 'Controls' }).getByRole('button', { name, exact: true });
      if (await inBar.isVisible()) return inBar.click();
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name, exact: true }).click();
    };

    try {
      await page.goto('/');
      await expect(page.getByRole('textbox', { name: 'Name a room' })).toBeVisible();
      await show('home');
      await page.getByRole('textbox', { name: 'Name a room' }).fill(room);
      await page.getByRole('button', { name: 'Set it up' }).click();
      await page.getByRole('textbox', { name: 'Topic' }).fill('Tea and tales, every evening');
      await page.getByRole('textbox', { name: 'Tags' }).fill('tea, ');
      await page.getByRole('textbox', { name: 'Tags' }).press('Enter');
      await show('home-set-up');
      await page.getByRole('button', { name: 'Create the room' }).click();
      await expect(page.getByText('You are about to open, as its owner')).toBeVisible();
      await ada.openLobby(room);
      await page.getByRole('button', { name: 'Turn on microphone' }).click();
      await expect(page.getByText('We can hear you.')).toBeVisible();
      await show('lobby');
      await ada.join(room);
      const ben = await Robot.join({ server, room, name: 'Ben', hz: 700 });
      const cleo = await Robot.join({ server, room, name: 'Cleo', hz: 1_150, muted: true });
      robots.push(ben, cleo);
      await cleo.room.setHand(true);
      await expect(ada.tile('Ben')).toHaveAttribute('data-speaking', 'true');
      await expect(ada.tile('Cleo')).toHaveAttribute('data-microphone', 'muted');
      await expect(ada.tile('Cleo')).toHaveAttribute('data-hand', '1');
      await show('room');

      await ada.tile('Cleo').hover();
      await ada.tile('Cleo').getByRole('button').click();
      await expect(page.getByRole('button', { name: 'Mute for everyone' })).toBeVisible();
      await show('person');
      await page.getByRole('button', { name: 'Ban…' }).click();
      await show('ban');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Mute for everyone' })).toHaveCount(0);

      await control('React');
      await expect(page.getByRole('toolbar', { name: 'Reactions' })).toBeVisible();
      await show('reactions');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
      await show('share');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
      await show('shortcuts');
      await page.keyboard.press('Escape');
      const more = page.getByRole('button', { name: 'More' });
      if (await more.isVisible()) {
        await more.click();
        await expect(page.getByRole('dialog', { name: 'More' })).toBeVisible();
        await show('more');
        await page.keyboard.press('Escape');
      }

      await control('Settings');
      const sections = page.getByRole('dialog', { name: 'Settings' }).getByRole('tab');
      await expect(sections.first()).toBeVisible();
      for (const section of await sections.all()) {
        await section.click();
        await loaded();
        const name = (await section.textContent()) ?? '';
        await show(`settings-${name.toLowerCase().replace(/[^a-z]+/g, '-')}`);
      }
      await page.keyboard.press('Escape');

      await control('People');
      for (const name of ['Chat', 'People', 'Room']) {
        await page.getByRole('tab', { name }).click();
        await loaded();
        await show(`panel-${name.toLowerCase()}`);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Leave' }).click();
      await expect(page.getByText(`You have left ${room}.`)).toBeVisible();
      await show('ended');

      await cleo.room.report(ben.id, {
        reason: 'harassment',
        text: 'He sings all the time.',
        withChat: false,
      });
      await page.goto('/operator');
      await expect(page.locator('input[type=password]')).toBeFocused();
      await show('operator-sign-in');
      const operator = new Operator(page);
      await operator.signIn();
      const report = page.getByRole('article').filter({ hasText: room });
      await expect(report).toBeVisible();
      await show('operator-reports');
      await report.getByRole('button', { name: 'Ban…' }).click();
      await show('operator-ban');
      await page.keyboard.press('Escape');
      const rooms = await operator.open('Rooms');
      await rooms.getByRole('searchbox').fill(room);
      await expect(rooms.locator('[data-room]')).toHaveCount(1);
      await rooms.getByText('2 people').click();
      await show('operator-rooms');
      await operator.open('Words');
      await show('operator-words');
      await operator.open('Switches');
      await show('operator-switches');
      await operator.open('Reports');
      await report.getByRole('button', { name: 'Dismiss…' }).click();
      await operator.confirm(page.getByRole('dialog'), 'Dismiss');
      expect(ada.complaints).toEqual([]);
    } finally {
      await Promise.all(robots.map((robot) => robot.leave()));
    }
  });
}

test('crowds of every size', async ({ arrive, room, baseURL }) => {
  const crowd: Robot[] = [];
  const phone = await arrive({ name: 'Ada', context: looks['phone-light'] });
  const desktop = await arrive({ name: 'Noor', context: looks['desktop-dark'] });
  await phone.join(room, 'Join muted');
  try {
    for (const count of [1, 2, 5, 12, 40]) {
      if (count === 2) await desktop.join(room, 'Join muted');
      while (crowd.length + 2 < count) {
        const name =
          ['Ben', 'Cleopatra Nguyễn Thị Minh Khai', 'Wren', 'Emil', 'Tuấn'][crowd.length % 5] ?? '';
        crowd.push(await Robot.join({ server: baseURL ?? '', room, name }));
      }
      await expect(phone.page.locator('[data-member-id]')).toHaveCount(count);
      await takePicture(phone.page, `crowd-${count}-phone-light`);
      if (count > 1) await takePicture(desktop.page, `crowd-${count}-desktop-dark`);
    }
  } finally {
    await Promise.all(crowd.map((robot) => robot.leave()));
  }
});

test('the picture of the README', async ({ arrive }) => {
  const room = 'tea-house';
  // Ada is silent: a muted person who talks would be told so.
  const ada = await arrive({ name: 'Ada', hz: 0, context: { viewport: { width: 1_120, height: 700 } } });
  const ben = await arrive({ name: 'Ben', hz: 700 });
  const cleo = await arrive({ name: 'Cleo' });
  await ben.join(room);
  await cleo.join(room, 'Join muted');
  await ada.join(room, 'Join muted');
  await expect(ada.tile('Ben')).toHaveAttribute('data-speaking', 'true');
  await takePicture(ada.page, 'room');
});
