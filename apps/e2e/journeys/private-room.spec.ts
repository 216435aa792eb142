import type { BrowserContextOptions } from '@playwright/test';
import { ChatDesk } from '../src/chat-desk.ts';
import { expect, test } from '../src/gathering.ts';
import { lookAt } from '../src/looks.ts';
import type { Person } from '../src/person.ts';
import { takePicture } from '../src/picture.ts';
import {
  expectRefusedAtGate,
  makePrivateRoom,
  passGate,
  readInvitation,
  tryAtGate,
} from '../src/private-door.ts';

const tones = { Ada: 440, Ben: 700, Cleo: 1_130 } as const;
const frequencies = Object.values(tones);

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  colorScheme: 'dark',
  hasTouch: true,
  isMobile: true,
};

/** Everything that this browser keeps, and what its address bar shows. */
function kept({ page }: Person): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      location.href,
      history.state,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
    ]),
  );
}

async function safetyNumber({ page }: Person): Promise<string | null> {
  return page.locator('[data-safety-number]').first().getAttribute('data-safety-number');
}

async function openRoomPanel({ page }: Person): Promise<void> {
  const tab = page.getByRole('tab', { name: 'Room' });
  if (!(await tab.isVisible())) await page.getByRole('button', { name: /: show them$/ }).click();
  await tab.click();
}

async function openPrivacy({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Private: how private is this?' }).click();
  // Three pages encrypt, play and are looked at on a small machine: what is drawn takes its time.
  await expect(page.getByRole('dialog').locator('[data-safety-number]')).toBeVisible({ timeout: 30_000 });
}

test('a private room, from making it to changing its password', { tag: '@alone' }, async ({ arrive }) => {
  test.setTimeout(360_000);
  const people = await Promise.all(
    Object.entries(tones).map(([name, hz]) =>
      arrive({ name, hz, ...(name === 'Cleo' && { context: phone }) }),
    ),
  );
  const [ada, ben, cleo] = people as [Person, Person, Person];
  await ada.shrinkScreens();
  const lookAtAda = (screen: string) => lookAt(ada.page, screen, 'desktop-light');
  const lookAtBen = (screen: string) => lookAt(ben.page, screen, 'desktop-light');
  const lookAtCleo = (screen: string) => lookAt(cleo.page, screen, 'phone-dark');
  const hear = (who: readonly Person[]) =>
    Promise.all(
      who.map((person) =>
        expect
          .poll(() => person.ears.hears(frequencies), { message: `what ${person.name} hears` })
          .toEqual(
            who.filter((other) => other !== person).map(({ name }) => tones[name as keyof typeof tones]),
          ),
      ),
    );

  const invitation = await test.step('one makes it with words that were drawn, and goes in', async () => {
    const made = await makePrivateRoom(ada, { name: 'Tea & secrets', way: 'Both', look: lookAtAda });
    expect(made.link).toMatch(/\/r\/p-[a-z2-7]{26}#k=[\w-]{43}$/);
    await expect(ada.page.getByRole('heading', { name: 'Tea & secrets' })).toBeVisible();
    await ada.page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(ada.tile('Ada')).toBeVisible();
    return made;
  });
  const key = invitation.link.split('#k=')[1] ?? '';

  await test.step('another is told of a wrong password at the door, and what the room is called once it is right', async () => {
    const password = 'tea with milk';
    await tryAtGate(ben, { ...invitation, password });
    await expectRefusedAtGate(ben, 'Password and link together do not open this room.', password);
    expect(new URL(ben.page.url()).hash).toBe('');
    await lookAtBen('private-wrong');
    await ben.page.keyboard.type(` ${invitation.password} `);
    await ben.page.keyboard.press('Enter');
    await expect(ben.page.getByRole('heading', { name: 'Tea & secrets' })).toBeVisible({ timeout: 20_000 });
    await ben.page.getByRole('textbox', { name: 'Your name' }).fill('Ben');
    await ben.page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(ben.tile('Ada')).toBeVisible();
  });

  await test.step('a third comes late, and all hear each other', async () => {
    await passGate(cleo, invitation, lookAtCleo);
    await cleo.page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(cleo.tile('Ben')).toBeVisible();
    await hear(people);
  });

  await test.step('all see the same safety number, and nobody is a stranger', async () => {
    for (const person of people) await openPrivacy(person);
    const numbers = async () => new Set(await Promise.all(people.map(safetyNumber)));
    await expect.poll(async () => (await numbers()).size).toBe(1);
    for (const { page } of people) await expect(page.locator('[data-trust]')).toHaveCount(0);
    const dialog = ada.page.getByRole('dialog', { name: 'How private is this?' });
    await dialog.getByRole('checkbox', { name: 'Mark Ben as compared' }).check();
    await expect(dialog.getByText('Compared', { exact: true })).toBeVisible();
    await lookAtAda('private-how');
    // Axe has looked at this one; on a page that plays it takes its time.
    await takePicture(cleo.page, 'private-how-phone-dark');
    for (const { page } of people) await page.keyboard.press('Escape');
    await takePicture(cleo.page, 'private-room-phone-dark');
  });

  await test.step('a screen is seen, and a message and a file are read', async () => {
    await ada.page.getByRole('button', { name: 'Share screen', exact: true }).click();
    await ben.eyes.seeAll(1);
    const adas = await ChatDesk.open(ada);
    const bens = await ChatDesk.open(ben);
    await adas.say('the cake is hidden');
    await expect(bens.message('the cake is hidden')).toBeVisible();
    const [chooser] = await Promise.all([
      ada.page.waitForEvent('filechooser'),
      ada.page.getByRole('button', { name: 'Add a file' }).click(),
    ]);
    await chooser.setFiles({
      name: 'where.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('on the shelf'),
    });
    await adas.field.press('Enter');
    const [download] = await Promise.all([
      ben.page.waitForEvent('download'),
      bens.message('where.txt').getByRole('button', { name: 'Download where.txt' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('on the shelf');
  });

  await test.step('what is passed on from inside is the whole link, and never the password', async () => {
    await ben.page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = ben.page.getByRole('dialog');
    await expect(dialog.getByText(`#k=${key}`)).toBeVisible();
    await expect(dialog).not.toContainText(invitation.password);
    await ben.page.keyboard.press('Escape');
  });

  await test.step('one leaves, and the others go on', async () => {
    await cleo.page.getByRole('button', { name: 'Leave' }).click();
    await expect(cleo.page.getByText('You have left Tea & secrets.')).toBeVisible();
    await hear([ada, ben]);
  });

  await test.step('the password is changed: who knows the new one stays, who does not stays outside', async () => {
    await openRoomPanel(ada);
    await ada.page.getByRole('button', { name: 'New password or link…' }).click();
    await ada.page.getByRole('dialog').getByRole('radio', { name: 'Password', exact: true }).check();
    await expect(ada.page.getByRole('status', { name: 'Password' })).toHaveText(/ /);
    await ada.page.getByRole('button', { name: 'Change it' }).click();
    await expect(ada.page.getByRole('dialog', { name: 'Changed: pass this on' })).toBeVisible({
      timeout: 20_000,
    });
    const next = await readInvitation(ada.page, 'Changed: pass this on');
    const asked = ben.page.getByRole('dialog', { name: 'The password was changed' });
    await expect(asked.getByRole('timer')).toContainText('sec');
    await lookAtBen('private-prove');
    await asked.getByRole('textbox', { name: 'Password' }).fill(next.password);
    await asked.getByRole('button', { name: 'Stay in the room' }).click();
    await expect(asked).toHaveCount(0, { timeout: 20_000 });
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
    await hear([ada, ben]);

    await tryAtGate(cleo, invitation);
    await expectRefusedAtGate(cleo, 'That password does not open this room.', invitation.password);
    await lookAtCleo('private-wrong');

    // What was right there, and is changed before one joins, is asked for where one stands.
    await cleo.page.keyboard.type(next.password);
    await cleo.page.keyboard.press('Enter');
    await cleo.page.getByRole('textbox', { name: 'Your name' }).fill('Cleo');
    await openRoomPanel(ada);
    await ada.page.getByRole('button', { name: 'New password or link…' }).click();
    await ada.page.getByRole('button', { name: 'Change it' }).click();
    await expect(ada.page.getByRole('dialog', { name: 'Changed: pass this on' })).toBeVisible({
      timeout: 20_000,
    });
    const last = await readInvitation(ada.page, 'Changed: pass this on');
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
    await cleo.page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(cleo.page.getByText('The password has been changed.')).toBeVisible({ timeout: 20_000 });
    await lookAtCleo('private-changed');
    await cleo.page.getByRole('textbox', { name: 'Password' }).fill(last.password);
    await cleo.page.getByRole('button', { name: 'Try again' }).click();
    await expect(cleo.tile('Ada')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('no browser keeps a password, a key, or what the room is called', async () => {
    for (const person of people) {
      const all = await kept(person);
      for (const secret of [key, invitation.password, 'secrets']) expect(all).not.toContain(secret);
    }
    // What was refused is said by the browser, too.
    expect([...ada.complaints, ...ben.complaints]).toEqual([]);
  });
});
