import { newIdentity } from '@earshot/client';
import { defaultRoomSettings } from '@earshot/protocol';
import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';
import { SpareServer } from '../src/spare-server.ts';

test('a room is made, found by somebody else, full, locked, and open again', async ({ arrive }) => {
  test.slow();
  await using server = await SpareServer.start({ pliant: true });
  // What was asked for stays counted, however long this takes.
  await server.bend({ joinsPerPrefixPerSecond: 0 });
  const olga = await arrive({ name: 'Olga' });
  const ada = await arrive({ name: 'Ada', context: { viewport: { width: 360, height: 740 } } });
  for (const person of [olga, ada]) person.visit(server.origin);
  const [host, guest] = [olga.page, ada.page];
  const robots: Robot[] = [];
  const enter = async (
    options: Pick<Parameters<typeof Robot.join>[0], 'room' | 'name' | 'identity' | 'create'>,
  ) => {
    const robot = await Robot.join({ server: server.origin, ...options });
    robots.push(robot);
    return robot;
  };

  try {
    const [theirs] = await Promise.all([
      enter({ room: 'tea-house', name: 'Wren', identity: newIdentity(), create: defaultRoomSettings }),
      enter({ room: 'night-train', name: 'Ben' }),
      enter({ room: 'night-train', name: 'Cleo' }),
    ]);

    await test.step('a name that is taken says so, and keeps what was set up for another one', async () => {
      await host.goto(server.origin);
      await host.getByRole('textbox', { name: 'Name a room' }).fill('tea-house');
      await host.getByRole('button', { name: 'Set it up' }).click();
      await host.getByRole('textbox', { name: 'Topic' }).fill('Chuyện trà buổi tối');
      await host.getByRole('textbox', { name: 'Tags' }).fill('late evening,');
      await host.getByRole('combobox', { name: 'Language spoken' }).selectOption('Vietnamese');
      await host.getByRole('combobox', { name: 'Room for' }).selectOption('2 people');
      await host.getByRole('switch', { name: 'Show it among the public rooms' }).click();
      await expect(host.getByRole('button', { name: 'Remove late-evening' })).toBeVisible();
      await expect(host.getByRole('switch', { name: 'Show it among the public rooms' })).toBeChecked();
      await host.getByRole('button', { name: 'Create the room' }).click();
      await host.getByRole('textbox', { name: 'Your name' }).fill('Olga');
      await host.getByRole('button', { name: 'Join muted' }).click();
      await expect(
        host.getByRole('alert').filter({ hasText: 'There is a room with this name already.' }),
      ).toBeVisible();
      await expect(host.getByRole('button', { name: 'Go in as a guest' })).toBeFocused();
      await host.keyboard.press('Shift+Tab');
      await expect(host.getByRole('link', { name: 'Choose another name' })).toBeFocused();
      await host.keyboard.press('Enter');
      await expect(host.getByRole('textbox', { name: 'Topic' })).toHaveValue('Chuyện trà buổi tối');
      await expect(host.getByRole('combobox', { name: 'Room for' })).toHaveValue('2');
      await host.getByRole('textbox', { name: 'Name a room' }).fill('trà-đêm');
      await host.keyboard.press('Enter');
      await expect(host.getByText('You are about to open, as its owner')).toBeVisible();
      await host.getByRole('button', { name: 'Join muted' }).click();
      await expect(olga.tile('Olga').locator('[data-role=owner]')).toBeVisible();
    });

    await test.step('another browser finds it by words, by tag and by language, and goes in from there', async () => {
      const card = guest.locator('[data-room="trà-đêm"]');
      const other = guest.locator('[data-room="night-train"]');
      await guest.goto(server.origin);
      await guest.getByRole('searchbox', { name: 'Search rooms' }).fill('buoi toi');
      await expect(other).toHaveCount(0);
      await expect(card).toContainText('Chuyện trà buổi tối');
      await guest.getByRole('searchbox', { name: 'Search rooms' }).fill('');
      await expect(other).toBeVisible();
      await guest.getByRole('button', { name: 'late-evening' }).click();
      await expect(other).toHaveCount(0);
      await guest.getByRole('button', { name: 'late-evening' }).click();
      await guest.getByRole('combobox', { name: 'Language spoken' }).selectOption('Vietnamese');
      await expect(other).toHaveCount(0);
      await card.getByRole('link').focus();
      await guest.keyboard.press('Enter');
      await expect(guest.getByText(/Olga.* is inside/)).toBeVisible();
      await guest.getByRole('textbox', { name: 'Your name' }).fill('Ada');
      await guest.getByRole('button', { name: 'Just listen' }).click();
      await expect(olga.tile('Ada')).toBeVisible();
    });

    await test.step('whoever comes to a full room is told, and comes in when somebody has left', async () => {
      const emil = await arrive({ name: 'Emil' });
      const { page } = emil;
      emil.visit(server.origin);
      await emil.openLobby('trà-đêm');
      await page.getByRole('button', { name: 'Just listen' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'The room is full.' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
      await guest.getByRole('button', { name: 'Leave' }).click();
      await expect(olga.tile('Ada')).toHaveCount(0);
      await page.keyboard.press('Enter');
      await expect(olga.tile('Emil')).toBeVisible();
      await page.getByRole('button', { name: 'Leave' }).click();
    });

    await test.step('before a locked one they wait, and hear when it opens', async () => {
      await host.keyboard.press('p');
      await host.getByRole('tab', { name: 'Room' }).click();
      await host.getByRole('switch', { name: 'Lock the room' }).click();
      await expect(host.getByText('Locked', { exact: true })).toBeVisible();
      await ada.openLobby('trà-đêm');
      await expect(guest.getByText('The door is locked just now.')).toBeVisible();
      await guest.getByRole('button', { name: 'Just listen' }).click();
      await expect(guest.getByRole('alert').filter({ hasText: 'The room is locked.' })).toBeVisible();
      await expect(guest.getByRole('button', { name: 'Try again' })).toBeFocused();
      await host.getByRole('switch', { name: 'Lock the room' }).click();
      await expect(guest.getByRole('alert').filter({ hasText: 'The door is open now.' })).toBeVisible();
      await expect(guest.getByRole('button', { name: 'Try again' })).toBeFocused();
      await guest.keyboard.press('Enter');
      await expect(olga.tile('Ada')).toBeVisible();
      await guest.getByRole('button', { name: 'Leave' }).click();
    });

    await test.step('under a crowd the way in takes work: it says so, can be stopped, and lets one in', async () => {
      await server.bend({ joinsFreePerPrefix: 1, puzzleBitsLeast: 30, puzzleBitsMost: 30 });
      await ada.openLobby('night-train');
      await guest.getByRole('button', { name: 'Just listen' }).click();
      await expect(
        guest.getByRole('status').filter({ hasText: 'Making sure you are no robot' }),
      ).toBeVisible();
      await expect(guest.getByRole('button', { name: 'Cancel' })).toBeFocused();
      await guest.keyboard.press('Enter');
      await expect(guest.getByRole('button', { name: 'Join', exact: true })).toBeFocused();
      await server.bend({ puzzleBitsLeast: 12, puzzleBitsMost: 12 });
      const working = guest.waitForEvent('worker');
      await guest.getByRole('button', { name: 'Just listen' }).click();
      await working;
      await expect(ada.tile('Ada')).toBeVisible();
    });
    expect(theirs.room.snapshot.status).toEqual({ at: 'joined' });
    expect([...olga.complaints, ...ada.complaints]).toEqual([]);
  } finally {
    await Promise.all(robots.map((robot) => robot.leave()));
  }
});
