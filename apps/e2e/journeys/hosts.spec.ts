import { newIdentity } from '@earshot/client';
import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';
import { overflowing } from '../src/overflow.ts';
import { SpareServer } from '../src/spare-server.ts';

test('what hosts do to people, from both sides, until others run the room', async ({ arrive, room }) => {
  test.slow();
  await using server = await SpareServer.start({ pliant: true });
  const olga = await arrive({ name: 'Olga' });
  const ada = await arrive({ name: 'Ada', hz: 700, context: { viewport: { width: 360, height: 740 } } });
  for (const person of [olga, ada]) person.visit(server.origin);
  const [host, guest] = [olga.page, ada.page];
  const robots: Robot[] = [];

  try {
    await host.goto(server.origin);
    await host.getByRole('textbox', { name: 'Name a room' }).fill(room);
    await host.getByRole('button', { name: 'Set it up' }).click();
    await host.getByRole('switch', { name: 'Newcomers only listen at first' }).click();
    await host.getByRole('button', { name: 'Create the room' }).click();
    await host.getByRole('textbox', { name: 'Your name' }).fill('Olga');
    await host.getByRole('button', { name: 'Join muted' }).click();
    await expect(olga.tile('Olga').locator('[data-role=owner]')).toBeVisible();
    await ada.join(room, 'Join muted');
    const [ben, cleo] = await Promise.all([
      Robot.join({ server: server.origin, room, name: 'Ben', hz: 440, muted: true, identity: newIdentity() }),
      Robot.join({ server: server.origin, room, name: 'Cleo', identity: newIdentity() }),
    ]);
    robots.push(ben, cleo);

    await test.step('where newcomers listen, hands go up, and a host lowers them all', async () => {
      await expect(guest.getByText('You are listening: a host can let you speak')).toBeVisible();
      await expect(guest.getByRole('button', { name: 'Raise hand to speak' })).toBeVisible();
      await guest.keyboard.press('m');
      await expect(olga.tile('Ada')).toHaveAttribute('data-hand', '1');
      await ben.room.setHand(true);
      await expect(olga.tile('Ben')).toHaveAttribute('data-hand', '2');
      await host.keyboard.press('p');
      await host.getByRole('button', { name: 'Lower all hands' }).click();
      await expect(olga.tile('Ben')).not.toHaveAttribute('data-hand');
      await expect(host.getByRole('button', { name: 'Lower all hands' })).toHaveCount(0);
      expect(await host.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
      await expect(guest.getByText('Olga lowered all hands').first()).toBeVisible();
      await expect(guest.getByRole('button', { name: 'Raise hand to speak' })).toBeVisible();
    });

    await test.step('asked to unmute, one decides oneself', async () => {
      await (await olga.menuOf('Ada')).getByRole('button', { name: 'Make speaker' }).click();
      await expect(guest.getByText('You may speak now')).toBeVisible();
      await guest.getByRole('button', { name: 'Not now' }).click();
      await expect(olga.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
      const ask = async () => {
        await (await olga.menuOf('Ada')).getByRole('button', { name: 'Ask to unmute' }).click();
        await expect(
          guest.getByRole('status').filter({ hasText: 'Olga would like to hear you.' }),
        ).toBeVisible();
      };
      await ask();
      expect(await overflowing(guest)).toEqual([]);
      await guest.getByRole('button', { name: 'Not now' }).click();
      await expect(guest.getByText('Olga would like to hear you.')).toHaveCount(0);
      await expect(olga.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
      expect(await guest.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
      await ask();
      await expect(olga.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
      await guest
        .getByRole('status')
        .getByRole('button', { name: /Unmute|Turn on microphone/ })
        .click();
      await expect.poll(() => olga.ears.hears([700])).toEqual([700]);
      await expect(guest.getByText('Olga would like to hear you.')).toHaveCount(0);
    });

    await test.step('removed, one is told, and may come back', async () => {
      const menu = await olga.menuOf('Ada');
      await menu.getByRole('button', { name: 'Remove…' }).click();
      await expect(menu.getByRole('button', { name: 'Cancel' })).toBeFocused();
      await menu.getByRole('button', { name: 'Remove', exact: true }).click();
      await expect(olga.tile('Ada')).toHaveCount(0);
      await expect(guest.getByRole('heading', { name: `You were removed from ${room}.` })).toBeVisible();
      await expect(guest.getByRole('button', { name: 'Rejoin' })).toBeFocused();
      await guest.keyboard.press('Enter');
      await expect(olga.tile('Ada')).toBeVisible();
      await expect.poll(() => olga.ears.hears([700])).toEqual([700]);
    });

    await test.step('a ban that was a slip is taken back at once', async () => {
      const menu = await olga.menuOf('Ada');
      await menu.getByRole('button', { name: 'Ban…' }).click();
      await menu.getByRole('button', { name: 'Ban', exact: true }).click();
      await expect(guest.getByText(`You were banned from ${room}.`)).toBeVisible();
      await host.getByRole('button', { name: 'Undo' }).click();
      await expect(host.getByText('Ada may come in again.').first()).toBeVisible();
      await expect.poll(() => olga.said()).toContainEqual(expect.stringContaining('Ada may come in again'));
      await guest.getByRole('button', { name: 'See for how long' }).click();
      await expect(olga.tile('Ada')).toBeVisible();
      await expect(olga.tile('Ada')).not.toHaveAttribute('data-microphone', 'live');
    });

    await test.step('handed over, the room is another’s; who had it stays to help', async () => {
      const menu = await olga.menuOf('Ada');
      await menu.getByRole('button', { name: 'Hand over the room…' }).click();
      await expect(menu.getByRole('heading', { name: 'Hand the room over to Ada?' })).toBeVisible();
      await expect(menu.getByRole('button', { name: 'Cancel' })).toBeFocused();
      await menu.getByRole('button', { name: 'Hand over', exact: true }).click();
      await expect(guest.getByText('You run this room now.').first()).toBeVisible();
      await expect(ada.tile('Ada').locator('[data-role=owner]')).toBeVisible();
      await expect(olga.tile('Olga').locator('[data-role=moderator]')).toBeVisible();
      const after = await olga.menuOf('Ada');
      await expect(after.getByRole('button', { name: 'Remove…' })).toHaveCount(0);
      await host.keyboard.press('Escape');
    });

    await test.step('when the owner stays away, a moderator runs it meanwhile', async () => {
      await server.bend({ ownerAwayMs: 500 });
      await guest.getByRole('button', { name: 'Leave' }).click();
      await expect(olga.tile('Olga').locator('[data-role=owner]')).toBeVisible();
      await expect(host.getByText('You run this room until the owner is back.').first()).toBeVisible();
      const menu = await olga.menuOf('Ben');
      await expect(menu.getByRole('button', { name: 'Make moderator' })).toBeVisible();
      await expect(menu.getByRole('button', { name: 'Hand over the room…' })).toHaveCount(0);
      await host.keyboard.press('Escape');
      await guest.getByRole('button', { name: 'Rejoin' }).click();
      await expect(olga.tile('Olga').locator('[data-role=moderator]')).toBeVisible();
      await expect(olga.tile('Ada').locator('[data-role=owner]')).toBeVisible();
      await expect(host.getByText('The owner is back.').first()).toBeVisible();
    });

    await test.step('where nobody owns the room, a vote decides', async () => {
      const nobodys = `${room}-open`;
      await Promise.all([guest, host].map((page) => page.getByRole('button', { name: 'Leave' }).click()));
      await Promise.all(robots.splice(0).map((robot) => robot.leave()));
      await olga.join(nobodys, 'Join muted');
      await ada.join(nobodys, 'Just listen');
      robots.push(
        await Robot.join({ server: server.origin, room: nobodys, name: 'Ben', identity: newIdentity() }),
        await Robot.join({ server: server.origin, room: nobodys, name: 'Cleo', identity: newIdentity() }),
      );
      const vote = async () => {
        const menu = await olga.menuOf('Ada');
        await menu.getByRole('button', { name: 'Vote to remove…' }).click();
        await expect(menu.getByRole('button', { name: 'Cancel' })).toBeFocused();
        await menu.getByRole('button', { name: 'Begin the vote' }).click();
      };
      await vote();
      await expect(
        host.getByText('You can vote once you have been here for a minute.').first(),
      ).toBeVisible();
      await server.bend({ voteAfterMs: 0 });
      await vote();
      await expect(guest.getByText('There is a vote on whether you go.')).toBeVisible();
      await expect(host.getByRole('button', { name: 'Agree' })).toHaveAttribute('aria-pressed', 'true');
      await host.getByRole('button', { name: 'Against' }).click();
      await expect(host.getByText('The vote is over: Ada stays.').first()).toBeVisible();
      await vote();
      const [ben, cleo] = robots;
      const on = await olga.memberId('Ada');
      await ben?.room.hosting.voteToRemove(on, true);
      await expect(host.getByText('2 of 3 agree')).toBeVisible();
      await cleo?.room.hosting.voteToRemove(on, true);
      await expect(guest.getByRole('heading', { name: `You were voted out of ${nobodys}.` })).toBeVisible();
      await expect(host.getByText('The vote is over: Ada had to go.').first()).toBeVisible();
      await guest.getByRole('button', { name: 'See for how long' }).click();
      await expect(guest.getByText(/You can come in again in \d+ min/)).toBeVisible();
    });
    expect([...olga.complaints, ...ada.complaints]).toEqual([]);
  } finally {
    await Promise.all(robots.map((robot) => robot.leave()));
  }
});
