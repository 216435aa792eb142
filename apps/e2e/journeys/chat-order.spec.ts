import { newIdentity } from '@earshot/client';
import { defaultRoomSettings } from '@earshot/protocol';
import { ChatDesk } from '../src/chat-desk.ts';
import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';
import { SpareServer } from '../src/spare-server.ts';

test('a host keeps the chat pleasant, and those who write see why something waits', async ({
  arrive,
  room,
}) => {
  test.slow();
  await using server = await SpareServer.start({ pliant: true });
  const owner = await Robot.join({
    server: server.origin,
    room,
    name: 'Wren',
    identity: newIdentity(),
    create: defaultRoomSettings,
  });
  const olga = await arrive({ name: 'Olga' });
  const ada = await arrive({ name: 'Ada', context: { viewport: { width: 360, height: 740 } } });
  for (const person of [olga, ada]) {
    person.visit(server.origin);
    await person.join(room, 'Just listen');
  }
  const [host, guest] = [olga.page, ada.page];
  await owner.room.hosting.setRole(await olga.memberId('Olga'), 'moderator');
  const hostDesk = await ChatDesk.open(olga);
  const guestDesk = await ChatDesk.open(ada);

  try {
    await test.step('a moderator deletes what another wrote, can take it back, and the writer is told', async () => {
      await guestDesk.say('Buy my cheap watches');
      await hostDesk.act('cheap watches', 'Delete');
      await expect(hostDesk.log.getByRole('button', { name: 'Undo' })).toBeFocused();
      await host.keyboard.press('Enter');
      await expect(hostDesk.message('cheap watches')).toBeFocused();
      await expect(guestDesk.message('cheap watches')).toBeVisible();
      await hostDesk.act('cheap watches', 'Delete');
      await expect(guestDesk.message('Message deleted')).toBeVisible();
      await expect(guest.getByText('Olga deleted a message of yours').first()).toBeAttached();
    });

    await test.step('a message that is held can be changed and sent then, with what one was writing meanwhile', async () => {
      const links = 'a.example b.example c.example d.example e.example f.example'
        .split(' ')
        .map((name) => `https://${name}/`)
        .join(' ');
      const buffer = Buffer.from('what the links are about');
      await guestDesk.attach({ name: 'links.txt', mimeType: 'text/plain', buffer });
      await guestDesk.say(links);
      await expect(guestDesk.log).toContainText('Not sent: too many links.');
      await guestDesk.field.fill('And something else');
      await guestDesk.log.getByRole('button', { name: 'Edit' }).click();
      await expect(guestDesk.field).toBeFocused();
      await expect(guestDesk.field).toHaveValue(`${links}\nAnd something else`);
      await expect(guest.getByRole('list', { name: 'Files to send' })).toContainText('links.txt');
      await guestDesk.field.fill('Just one: https://a.example/');
      await guest.keyboard.press('Enter');
      await expect(hostDesk.message('Just one')).toContainText('links.txt');
      await expect(guestDesk.log).not.toContainText('Not sent');
      for (let time = 0; time < 3; time += 1) await guestDesk.say('Who wants to buy a watch?');
      await guestDesk.say('Who wants to buy a watch?');
      await expect(guestDesk.log).toContainText('Not sent: this has been said several times already.');
      await guestDesk.log.getByRole('button', { name: 'Edit' }).click();
      await guestDesk.field.fill('I am sorry about the watches');
      await guest.keyboard.press('Enter');
      await expect(hostDesk.message('I am sorry')).toBeVisible();
    });

    await test.step('a slow chat counts down, and a message that was held costs no wait', async () => {
      await owner.room.hosting.setModes({ slowChatSeconds: 3 });
      await expect(guest.getByText('Slow chat: one message every 3 sec')).toBeVisible();
      // What was written last may be less than three seconds old.
      await guestDesk.field.fill('Who wants to buy a watch?');
      await expect(async () => {
        await guestDesk.field.press('Enter');
        await expect(guestDesk.field).toHaveValue('', { timeout: 500 });
      }).toPass();
      await expect(guestDesk.log).toContainText('Not sent: this has been said several times already.');
      await expect(guest.getByText('Slow chat: one message every 3 sec')).toBeVisible();
      await guestDesk.log.getByRole('button', { name: 'Discard' }).click();
      await guestDesk.say('Slowly now');
      await expect(guest.getByText(/you can write again in [1-3] sec/)).toBeVisible();
      await guestDesk.field.fill('And now');
      await guest.keyboard.press('Enter');
      await expect(guestDesk.field).toHaveValue('And now');
      await expect(guest.getByText('Slow chat: one message every 3 sec')).toBeVisible();
      await guest.keyboard.press('Enter');
      await expect(hostDesk.message('And now')).toBeVisible();
      await owner.room.hosting.setModes({ slowChatSeconds: 0 });
    });

    await test.step('who writes very much does some work first, and it arrives', async () => {
      await server.bend({ messagesFreePerPrefix: 0, puzzleBitsLeast: 19, puzzleBitsMost: 19 });
      const working = guest.waitForEvent('worker');
      await guestDesk.say('Worth some work');
      await working;
      await expect(hostDesk.message('Worth some work')).toBeVisible();
      await expect(guestDesk.log).not.toContainText('Not sent');
    });
    expect([...olga.complaints, ...ada.complaints]).toEqual([]);
  } finally {
    await owner.leave();
  }
});
