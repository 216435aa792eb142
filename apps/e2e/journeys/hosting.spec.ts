import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeFaults } from '../src/axe.ts';
import { ChatDesk } from '../src/chat-desk.ts';
import { expect, test } from '../src/gathering.ts';
import { SpareServer } from '../src/spare-server.ts';

test('a room of one’s own: made, kept in order, and the same after the server died', async ({
  arrive,
  room,
}) => {
  test.slow();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'earshot-rooms-'));
  let server = await SpareServer.start({ dataDirectory });
  const port = Number(new URL(server.origin).port);
  try {
    const olga = await arrive({ name: 'Olga', hz: 440 });
    const ada = await arrive({ name: 'Ada', hz: 700 });
    for (const person of [olga, ada]) person.visit(server.origin);
    const host = olga.page;
    const guest = ada.page;
    let guestChat: ChatDesk;
    let hostChat: ChatDesk;
    const aboutAda = () => olga.menuOf('Ada');

    await test.step('made on the front page, with what it is about and who may speak', async () => {
      await host.goto(server.origin);
      await host.getByRole('textbox', { name: 'Name a room' }).fill(room);
      await host.getByRole('button', { name: 'Set it up' }).click();
      await host.getByRole('textbox', { name: 'Topic' }).fill('Tea and tales');
      await host.getByRole('textbox', { name: 'Tags' }).fill('Green Tea');
      await host.keyboard.press('Enter');
      await expect(host.getByRole('button', { name: 'Remove green-tea' })).toBeVisible();
      await host.getByRole('switch', { name: 'Newcomers only listen at first' }).click();
      await host.getByRole('button', { name: 'Create the room' }).click();
      await expect(host.getByText('You are about to open, as its owner')).toBeVisible();
      await host.getByRole('textbox', { name: 'Your name' }).fill('Olga');
      await host.getByRole('button', { name: 'Join', exact: true }).click();
      await expect(olga.tile('Olga').locator('[data-role=owner]')).toBeVisible();
    });

    await test.step('a newcomer listens, raises a hand, is let speak, and opens the microphone alone', async () => {
      await ada.join(room);
      await expect.poll(() => ada.ears.hears([440])).toEqual([440]);
      await guest.getByRole('button', { name: 'Raise hand to speak' }).click();
      await expect(olga.tile('Ada')).toHaveAttribute('data-hand', '1');
      await (await aboutAda()).getByRole('button', { name: 'Make speaker' }).click();
      await expect(guest.getByText('You may speak now: press M.')).toBeVisible();
      await expect(olga.tile('Ada')).not.toHaveAttribute('data-microphone', 'live');
      await guest.keyboard.press('m');
      await expect.poll(() => olga.ears.hears([700])).toEqual([700]);
    });

    await test.step('muted by the owner, nothing opens it; allowed again, it stays shut until they press', async () => {
      await (await aboutAda()).getByRole('button', { name: 'Mute for everyone' }).click();
      await expect(guest.getByRole('button', { name: 'Muted by a host' })).toBeVisible();
      await expect.poll(() => olga.ears.hears([700])).toEqual([]);
      await guest.keyboard.press('m');
      await expect(guest.getByText('A host has muted you.').first()).toBeVisible();
      await (await aboutAda()).getByRole('button', { name: 'Allow to speak again' }).click();
      await expect(guest.getByText('You may speak again: press M.')).toBeVisible();
      await expect(olga.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
    });

    await test.step('shadow muted, they write on as ever, and only the owner sees it, marked', async () => {
      [guestChat, hostChat] = [await ChatDesk.open(ada), await ChatDesk.open(olga)];
      const menu = await aboutAda();
      await menu.getByRole('button', { name: 'Shadow mute…' }).click();
      await expect(menu.getByRole('heading', { name: 'Shadow mute Ada?' })).toBeVisible();
      await expect(menu.getByRole('button', { name: 'Cancel' })).toBeFocused();
      await menu.getByRole('button', { name: 'Shadow mute', exact: true }).click();
      await expect(olga.tile('Ada').locator('[data-shadow-muted]')).toBeVisible();
      await guestChat.say('Rubbish');
      await expect(guestChat.message('Rubbish')).toHaveAttribute('data-state', 'sent');
      await expect(hostChat.message('Rubbish').getByText('Shadow muted: only hosts read this')).toBeVisible();
      await expect(guest.getByText('hadow')).toHaveCount(0);
      await expect(ada.tile('Ada').locator('[data-shadow-muted]')).toHaveCount(0);
      await (await aboutAda()).getByRole('button', { name: 'End shadow mute' }).click();
      await expect(olga.tile('Ada').locator('[data-shadow-muted]')).toHaveCount(0);
    });

    await test.step('reported from what they wrote, and not heard any more', async () => {
      await hostChat.say('Silence, all of you');
      await guestChat.act('Silence, all of you', 'Report this message’s author');
      const dialog = guest.getByRole('dialog', { name: 'Report Olga' });
      await dialog.getByRole('button', { name: 'Send report' }).click();
      await expect(dialog.getByText('Choose what is wrong.')).toBeVisible();
      await guest.keyboard.press('ArrowDown');
      await expect(dialog.getByRole('radio', { name: 'Insults or harassment' })).toBeChecked();
      await dialog.getByRole('textbox', { name: 'In your own words, if you like' }).fill('She shouts.');
      await expect(dialog.getByText('489 characters left')).toBeVisible();
      await expect(dialog.getByRole('checkbox')).not.toBeChecked();
      expect(await axeFaults(guest, 'dialog[open]')).toEqual([]);
      await dialog.getByRole('button', { name: 'Send report' }).click();
      await dialog.getByRole('button', { name: 'Stop hearing them' }).click();
      await expect(dialog.getByText('you no longer hear Olga')).toBeVisible();
      await dialog.getByRole('button', { name: 'Done' }).click();
      await expect(guestChat.message('Silence, all of you')).toBeFocused();
      // From the menu, too, with the way back to where it was opened.
      await (await aboutAda()).getByRole('button', { name: 'Report…' }).click();
      await expect(host.getByRole('dialog', { name: 'Report Ada' })).toBeVisible();
      await host.keyboard.press('Escape');
      await expect(olga.tile('Ada').getByRole('button')).toBeFocused();
    });

    await test.step('banned, they are out, and out over a new connection', async () => {
      const menu = await aboutAda();
      await menu.getByRole('button', { name: 'Ban…' }).click();
      await expect(menu.getByRole('heading', { name: 'Ban Ada from the room?' })).toBeVisible();
      await expect(menu.getByRole('button', { name: 'Cancel' })).toBeFocused();
      await menu.getByRole('button', { name: 'Ban', exact: true }).click();
      await expect(guest.getByText(`You were banned from ${room}.`)).toBeVisible();
      await guest.getByRole('button', { name: 'See for how long' }).click();
      await expect(guest.getByText(/You can come in again in \d+ min/)).toBeVisible();
    });

    await test.step('the server dies; who owned owns, who was out is out', async () => {
      await server.stop('SIGKILL');
      await expect(host.getByRole('button', { name: 'Try now' })).toBeFocused();
      server = await SpareServer.start({ port, dataDirectory });
      await host.evaluate(() => dispatchEvent(new Event('online')));
      await expect(host.getByRole('button', { name: 'Try now' })).toHaveCount(0);
      await expect(olga.tile('Olga').locator('[data-role=owner]')).toBeVisible();
      await ada.openLobby(room);
      await guest.getByRole('button', { name: 'Join muted' }).click();
      await expect(guest.getByText(/You can come in again in/)).toBeVisible();
    });

    await test.step('unbanned in the room’s panel, they are in again, a speaker as before', async () => {
      await host.keyboard.press('p');
      await host.getByRole('tab', { name: 'Room' }).click();
      const panel = host.getByRole('tabpanel');
      await expect(panel.getByText('Tea and tales')).toBeVisible();
      await expect(panel.getByText('Olga banned Ada for 10 min')).toBeVisible();
      await panel.getByRole('button', { name: 'Unban Ada' }).click();
      await expect(panel.getByText('Nobody is banned.')).toBeVisible();
      await expect(panel.getByText('Olga lifted the ban on Ada')).toBeVisible();
      await guest.getByRole('button', { name: 'Try again' }).click();
      await expect(guest.getByRole('button', { name: 'Unmute' })).toBeVisible();
      await guest.keyboard.press('m');
      await expect.poll(() => olga.ears.hears([700])).toEqual([700]);
    });

    await test.step('what the owner changes is told, and holds', async () => {
      await host.getByRole('switch', { name: 'Lock the room' }).click();
      await expect(guest.getByText('Olga locked the room').first()).toBeVisible();
      await host.getByRole('button', { name: 'Change the room' }).click();
      const dialog = host.getByRole('dialog', { name: 'Change the room' });
      await dialog.getByRole('textbox', { name: 'Topic' }).fill('Coffee after all');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toHaveCount(0);
      await expect(host.getByRole('button', { name: 'Change the room' })).toBeFocused();
      await expect(guest.getByText('Olga changed the topic').first()).toBeVisible();
    });

    await test.step('the owner leaves a locked room, and comes back as its owner', async () => {
      await host.getByRole('button', { name: 'Leave' }).click();
      await expect(ada.tile('Olga')).toHaveCount(0);
      await host.getByRole('button', { name: 'Rejoin' }).click();
      await expect(ada.tile('Olga').locator('[data-role=owner]')).toBeVisible();
    });
    expect(
      [...olga.complaints, ...ada.complaints].filter((each) => !/WebSocket|ERR_CONN/.test(each)),
    ).toEqual([]);
  } finally {
    await server.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
});
