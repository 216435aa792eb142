import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';

test('hands, reactions and profiles reach everybody, in order', async ({ arrive, room, baseURL }) => {
  const ada = await arrive({ name: 'Ada' });
  await ada.join(room, 'Join muted');
  const server = baseURL ?? '';
  const ben = await Robot.join({ server, room, name: 'Ben' });
  const cleo = await Robot.join({ server, room, name: 'Cleo' });
  const { page } = ada;
  const said = () => page.locator('[aria-live]').allTextContents();

  try {
    await test.step('hands stand in the order in which they went up', async () => {
      await cleo.room.setHand(true);
      await expect(ada.tile('Cleo')).toHaveAttribute('data-hand', '1');
      await page.keyboard.press('h');
      await expect(ada.tile('Ada')).toHaveAttribute('data-hand', '2');
      await ben.room.setHand(true);
      await expect(ada.tile('Ben')).toHaveAttribute('data-hand', '3');
      await expect.poll(said).toContainEqual(expect.stringMatching(/Ben raised a hand/));
      await ben.waitFor(({ members }) =>
        members.some(({ name, hand }) => name === 'Ada' && hand !== undefined),
      );

      await page.keyboard.press('p');
      const lines = page.getByRole('complementary').getByRole('listitem');
      await expect(lines).toHaveText([/Cleo/, /Ada/, /Ben/]);
      await expect(page.getByRole('tab', { name: 'People' })).toBeFocused();

      await cleo.room.setHand(false);
      await expect(ada.tile('Ada')).toHaveAttribute('data-hand', '1');
      await page.getByRole('button', { name: 'Lower hand' }).click();
      await expect(ada.tile('Ada')).not.toHaveAttribute('data-hand');
      await expect(ada.tile('Ben')).toHaveAttribute('data-hand', '1');
      await ben.waitFor(({ members }) => members.every(({ hand }) => hand === undefined));
    });

    await test.step('a reaction floats here and arrives there', async () => {
      const arrived: string[] = [];
      cleo.room.onReaction(({ from, emoji }) => from !== cleo.id && arrived.push(emoji));
      await page.keyboard.press('r');
      await page.getByRole('button', { name: 'React with 👏' }).click();
      await expect(page.locator('[data-floating="👏"]')).toBeAttached();
      await expect.poll(() => arrived).toEqual(['👏']);
      ben.room.react('🎉');
      await expect(page.locator('[data-floating="🎉"]')).toBeAttached();
      await expect.poll(said).toContainEqual(expect.stringMatching(/Ben reacted with 🎉/));
      await expect(page.locator('[data-floating]')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('toolbar')).toHaveCount(0);
    });

    await test.step('a profile is changed in the room, and remembered', async () => {
      await page.getByRole('button', { name: 'Edit your profile' }).click();
      await page.getByRole('textbox', { name: 'Your name' }).fill('Ada Lovelace');
      await page.getByRole('radio', { name: '🦊' }).check();
      await page.getByRole('textbox', { name: 'Status' }).fill('x'.repeat(81));
      await expect(page.getByText('1 character too many')).toBeVisible();
      await page.getByRole('textbox', { name: 'Status' }).fill('Tea is ready');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Saved. Everyone sees it now.')).toBeVisible();
      const shown = { name: 'Ada Lovelace', profile: { emoji: '🦊', status: 'Tea is ready' } };
      await ben.waitFor(({ members }) =>
        members.some(({ name, profile }) => name === shown.name && profile?.emoji === '🦊'),
      );
      await page.keyboard.press('Escape');
      await expect(ada.tile('Ada Lovelace')).toContainText('Tea is ready');

      await page.getByRole('button', { name: 'Leave' }).click();
      await page.reload();
      await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ada Lovelace');
      await page.getByRole('button', { name: 'Just listen' }).click();
      await cleo.waitFor(({ members }) => members.some(({ profile }) => profile?.status === 'Tea is ready'));
    });
    expect(ada.complaints).toEqual([]);
  } finally {
    await ben.leave();
    await cleo.leave();
  }
});
