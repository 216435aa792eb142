import { joinRoom, newIdentity } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { createPrivateRoom, knock } from '@earshot/client/private';
import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';
import { Operator, operatorToken } from '../src/operator.ts';
import { overflowing } from '../src/overflow.ts';
import { SpareServer } from '../src/spare-server.ts';

test('the operator reads a report, keeps somebody out, and has the last word on rooms and words', async ({
  arrive,
  room,
}) => {
  test.slow();
  const environment = { OPERATOR_TOKEN: operatorToken };
  let server = await SpareServer.start({ environment });
  const { origin } = server;
  const robots: Robot[] = [];
  try {
    const olga = await arrive({ name: 'Olga' });
    const ben = await arrive({ name: 'Ben' });
    const dora = await arrive({ name: 'Frobnicator' });
    for (const person of [ben, dora]) person.visit(origin);
    const operator = new Operator(olga.page);

    await test.step('somebody reports what somebody wrote', async () => {
      for (const name of ['Ada', 'Cleo']) robots.push(await Robot.join({ server: origin, room, name }));
      await ben.join(room, 'Join muted');
      await ben.page.keyboard.press('c');
      await ben.page.getByRole('textbox', { name: 'Write a message' }).fill('You are all fools.');
      await ben.page.keyboard.press('Enter');
      await expect(ben.page.getByRole('article').filter({ hasText: 'all fools' })).toBeVisible();
      await robots[0]?.room.report(await ben.memberId('Ben'), {
        reason: 'harassment',
        text: 'Calls people names.',
        withChat: true,
      });
    });

    await test.step('a wrong token is said; the right one opens the page, and stands in no address', async () => {
      await olga.page.goto(`${origin}/operator`);
      await olga.page.getByLabel('Token').fill('wrong');
      await olga.page.keyboard.press('Enter');
      await expect(olga.page.getByText('The server does not accept this token.')).toBeVisible();
      await operator.signIn(origin);
      await expect(olga.page.getByRole('heading', { name: 'Operator' })).toBeFocused();
      await expect(olga.page.getByRole('tab', { name: 'Reports 1' })).toBeVisible();
      await expect(olga.page).toHaveTitle('(1) Operator · Earshot');
      expect(olga.page.url()).not.toContain(operatorToken);
    });

    const report = olga.page.getByRole('article', { name: 'About Ben' });

    await test.step('a report that was dismissed by mistake comes back', async () => {
      await report.getByRole('button', { name: 'Dismiss…' }).click();
      await operator.confirm(olga.page.getByRole('dialog', { name: 'Dismiss this report?' }), 'Dismiss');
      await expect(olga.page.getByRole('tab', { name: 'Reports 0' })).toBeVisible();
      await olga.page.locator('[data-report]').getByRole('button', { name: 'Undo' }).click();
      await expect(report).toBeFocused();
      await expect(olga.page.getByRole('tab', { name: 'Reports 1' })).toBeVisible();
      await expect(operator.note).toContainText('The report about Ben is open again.');
    });

    await test.step('the report says who did what, and banning closes it', async () => {
      for (const words of ['Harassment', 'Calls people names.', 'Ada', 'You are all fools.']) {
        await expect(report).toContainText(words);
      }
      await report.getByRole('button', { name: 'Ban…' }).click();
      const dialog = olga.page.getByRole('dialog', { name: 'Ban Ben from the server?' });
      // Everybody in this journey comes from there.
      await dialog.getByRole('checkbox', { name: /^Their address/ }).uncheck();
      await dialog.getByRole('combobox').selectOption('hour');
      await dialog.getByRole('button', { name: 'Cancel' }).focus();
      await operator.confirm(dialog, 'Ban');
      await expect(olga.page.locator('[data-report] p')).toHaveText('Ben is banned.');
      await expect(olga.page.locator('[data-report] p')).toBeFocused();
      await expect(operator.note).toContainText('Ben is banned.');
      await expect(olga.page.getByRole('tab', { name: 'Reports 0' })).toBeVisible();
      await expect(olga.page.getByRole('tab', { name: 'Bans 1' })).toBeVisible();
    });

    await test.step('who is banned is told so, and a new page does not help', async () => {
      await expect(ben.page.getByText('You were banned from this server.')).toBeVisible();
      await ben.openLobby(`${room}-2`);
      await ben.page.getByRole('button', { name: 'Join muted' }).click();
      await expect(ben.page.getByText('You cannot come into any room of this server.')).toBeVisible();
    });

    await test.step('the front page empties, and fills again', async () => {
      await dora.page.goto(origin);
      const card = dora.page.locator(`[data-room="${room}"]`);
      await expect(card).toBeVisible();
      await operator.open('Switches');
      const listing = olga.page.getByRole('switch', { name: 'No public rooms' });
      await listing.press('Enter');
      await expect(operator.note).toContainText('The front page is empty now.');
      await expect(dora.page.getByText('No public room is open just now.')).toBeVisible();
      await listing.press('Enter');
      await expect(listing).toBeFocused();
      await expect(card).toBeVisible();
      // Both of two quick presses count.
      for (const _press of ['off', 'on']) await listing.press('Enter');
      await expect(operator.note).toContainText('Public rooms are on the front page again.');
      await expect(listing).not.toBeChecked();
      await expect(card).toBeVisible();
    });

    await test.step('a word that nobody may use is refused at the door', async () => {
      const words = await operator.open('Words');
      await words.getByRole('textbox').fill('frobn*\n');
      await expect(words.getByText('1 word · Not saved yet.')).toBeVisible();
      await words.getByRole('button', { name: 'Save the words' }).click();
      await expect(operator.note).toContainText('1 word is saved.');
      await dora.openLobby(room);
      await dora.page.getByRole('button', { name: 'Join muted' }).click();
      await expect(dora.page.getByText('Your name has a word that is not welcome here.')).toBeVisible();
      await dora.page.getByRole('textbox', { name: 'Your name' }).fill('Dora');
      await dora.page.getByRole('button', { name: 'Try again' }).click();
      await expect(dora.tile('Dora')).toBeVisible();
    });

    await test.step('a room is closed, and those in it see why', async () => {
      const rooms = await operator.open('Rooms');
      await rooms.getByRole('searchbox').fill(room.slice(0, 8));
      await rooms.getByText('3 people').click();
      await expect(rooms.getByText('Dora')).toBeVisible();
      await rooms.getByRole('button', { name: `Close room… ${room}` }).click();
      await operator.confirm(olga.page.getByRole('dialog', { name: `Close ${room}?` }), 'Close the room');
      await expect(dora.page.getByText(`${room} was closed.`)).toBeVisible();
      await expect(rooms.locator(`[data-room="${room}"]`)).toContainText('not open any more');
    });

    await test.step('a private room goes by a handle, and is forgotten by it when nobody is in it any more', async () => {
      const engine = nodeEngine();
      const made = await createPrivateRoom({
        server: origin,
        engine,
        mode: 'link',
        meta: { name: 'Choir', topic: '' },
        identity: newIdentity(),
      });
      const inside = await joinRoom({ ...made, server: origin, engine, name: 'Fay' });
      const rooms = await operator.open('Rooms');
      await rooms.getByRole('searchbox').fill('Fay');
      const item = rooms.locator('[data-room^="p-"]');
      await expect(item).toContainText('Private room');
      await expect(item.getByRole('link')).toHaveCount(0);
      const handle = (await item.getAttribute('data-room')) ?? '';
      expect(handle).not.toBe(made.room);
      await olga.page.setViewportSize({ width: 360, height: 740 });
      await item.getByRole('button', { name: /^Close room…/ }).click();
      await expect(olga.page.getByRole('dialog', { name: `Close ${handle}?` })).toBeVisible();
      expect(await overflowing(olga.page)).toEqual([]);
      await olga.page.keyboard.press('Escape');
      await olga.page.setViewportSize({ width: 1_280, height: 720 });
      await inside.leave();
      await rooms.getByRole('button', { name: 'Forget a room that is not open…' }).click();
      const dialog = olga.page.getByRole('dialog', { name: 'Forget a room' });
      await dialog.getByRole('textbox').fill('No such name');
      await dialog.getByRole('button', { name: 'Forget the room' }).click();
      await expect(dialog.getByText('This is no name and no link of a room.')).toBeVisible();
      await dialog.getByRole('textbox').fill(handle);
      await dialog.getByRole('button', { name: 'Forget the room' }).click();
      await expect(operator.note).toContainText(`${handle} is forgotten.`);
      const gone = knock({ server: origin, engine, room: made.room });
      await expect(gone).rejects.toMatchObject({ error: 'not_found' });
    });

    await test.step('the ban is lifted, and they come in again', async () => {
      const bans = await operator.open('Bans');
      await bans.getByRole('button', { name: 'Unban Ben' }).click();
      await expect(operator.note).toContainText('Ben may come in again.');
      await operator.note.getByRole('button', { name: 'Undo' }).click();
      await expect(operator.note).toContainText('Ben is banned again.');
      await bans.getByRole('button', { name: 'Unban Ben' }).click();
      await expect(operator.note).toContainText('Ben may come in again.');
      await ben.join(room, 'Join muted');
    });

    await test.step('a server that stops is said, and one without a token shows nothing to anybody', async () => {
      const port = Number(new URL(origin).port);
      const look = () => olga.page.evaluate(() => dispatchEvent(new Event('online')));
      await server.stop();
      await look();
      await expect(olga.page.getByText('Not up to date')).toBeVisible();
      server = await SpareServer.start({ port });
      await look();
      await expect(olga.page.getByText('This server has no page for its operator.')).toBeVisible();
      await expect(olga.page.getByRole('tab')).toHaveCount(0);
    });
  } finally {
    await Promise.all(robots.map((robot) => robot.leave().catch(() => {})));
    await server.stop();
  }
});
