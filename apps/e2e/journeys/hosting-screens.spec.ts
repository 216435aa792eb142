import { newIdentity } from '@earshot/client';
import { defaultRoomSettings } from '@earshot/protocol';
import { expect, test } from '../src/gathering.ts';
import { lookAt, looksInTurn } from '../src/looks.ts';
import { Robot } from '../src/node/robot.ts';
import { SpareServer } from '../src/spare-server.ts';

const settings = { ...defaultRoomSettings, topic: 'Tea and tales, every evening', tags: ['tea'] };

for (const [look, context] of Object.entries(looksInTurn)) {
  test(`the screens of order fit, and axe finds nothing: ${look.replace('-', ', ')}`, async ({
    arrive,
    room,
  }) => {
    test.slow();
    await using server = await SpareServer.start({ pliant: true });
    const ada = await arrive({ name: 'Ada', context });
    ada.visit(server.origin);
    const { page } = ada;
    const show = (screen: string) => lookAt(page, screen, look);
    const robots: Robot[] = [];
    const enter = async (options: Omit<Parameters<typeof Robot.join>[0], 'server'>) => {
      const robot = await Robot.join({ server: server.origin, ...options });
      robots.push(robot);
      return robot;
    };
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

    try {
      const identity = newIdentity();
      const olga = await enter({
        room,
        name: 'Olga',
        identity,
        create: { ...settings, locked: true, sizeLimit: 2 },
      });
      const { hosting } = olga.room;
      await ada.openLobby(room);
      await press('Join muted');
      await expect(page.getByText('The room is locked.')).toBeVisible();
      await expect(page.getByText('The door is locked just now.')).toBeVisible();
      await show('locked');
      await hosting.setModes({ locked: false });
      await expect(page.getByText('The door is open now.')).toBeVisible();
      await show('unlocked');
      const ben = await enter({ room, name: 'Ben', identity: newIdentity() });
      await press('Try again');
      await expect(page.getByText('The room is full.')).toBeVisible();
      await show('full');
      await hosting.setSettings(settings);
      await press('Try again');
      await expect(ada.tile('Ada')).toBeVisible();

      await hosting.askToUnmute(await ada.memberId('Ada'));
      await expect(page.getByText('Olga would like to hear you.')).toBeVisible();
      await show('asked');
      await hosting.remove(await ada.memberId('Ada'));
      await expect(page.getByText(`You were removed from ${room}.`)).toBeVisible();
      await show('removed');
      await press('Rejoin');
      await expect(ada.tile('Ada')).toBeVisible();
      await hosting.ban(await ada.memberId('Ada'), { forMs: 600_000 });
      await expect(page.getByText(`You were banned from ${room}.`)).toBeVisible();
      await show('banned');
      await press('See for how long');
      await expect(page.getByText('You can come in again in 10 min.')).toBeVisible();
      await show('banned-for');
      for (const { id } of await hosting.bans()) await hosting.unban(id);
      await press('Try again');
      await expect(ada.tile('Ada')).toBeVisible();

      await hosting.ban(ben.id, { forMs: 600_000 });
      await hosting.handOver(await ada.memberId('Ada'));
      await expect(page.getByText('You run this room now.').first()).toBeVisible();
      const menu = await ada.menuOf('Olga');
      await expect(menu.getByRole('button', { name: 'Make listener' })).toBeVisible();
      await show('powers');
      await menu.getByRole('button', { name: 'Remove…' }).click();
      await show('remove');
      await menu.getByRole('button', { name: 'Cancel' }).click();
      await menu.getByRole('button', { name: 'Hand over the room…' }).click();
      await show('hand-over');
      await page.keyboard.press('Escape');
      await page.keyboard.press('p');
      await page.getByRole('tab', { name: 'Room' }).click();
      await page.getByRole('button', { name: 'Unban Ben' }).scrollIntoViewIfNeeded();
      await expect(page.getByText('Olga handed the room to Ada')).toBeVisible();
      await show('bans-and-log');
      await press('Change the room');
      await expect(page.getByRole('textbox', { name: 'Topic' })).toBeVisible();
      await show('room-settings');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');

      await press('Leave');
      const open = `${room}-open`;
      const [wren, emil, cleo] = await Promise.all(
        ['Wren', 'Emil', 'Cleo'].map((name) => enter({ room: open, name, identity: newIdentity() })),
      );
      if (!wren || !emil || !cleo) throw new Error('somebody is missing');
      await ada.join(open, 'Just listen');
      await server.bend({ voteAfterMs: 0 });
      await wren.room.hosting.voteToRemove(emil.id, true);
      await expect(page.getByText('Shall Emil go?')).toBeVisible();
      await show('vote');
      await wren.room.hosting.voteToRemove(emil.id, false);
      const voters = [wren, emil, cleo];
      const own = await ada.memberId('Ada');
      await wren.room.hosting.voteToRemove(own, true);
      await expect(page.getByText('There is a vote on whether you go.')).toBeVisible();
      await show('vote-own');
      await Promise.all(voters.map((voter) => voter.room.hosting.voteToRemove(own, true)));
      await expect(page.getByText(`You were voted out of ${open}.`)).toBeVisible();
      await show('voted-out');
      expect(ada.complaints).toEqual([]);
    } finally {
      await Promise.all(robots.map((robot) => robot.leave()));
    }
  });
}
