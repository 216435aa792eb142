import { expect, test } from '../src/gathering.ts';
import { SpareServer } from '../src/spare-server.ts';

test('a server that goes away is said, and everyone comes back by themselves as they were', async ({
  arrive,
  room,
}) => {
  let server = await SpareServer.start();
  const port = Number(new URL(server.origin).port);
  try {
    const ada = await arrive({ name: 'Ada', hz: 440 });
    const ben = await arrive({ name: 'Ben', hz: 700 });
    for (const person of [ada, ben]) person.visit(server.origin);
    await ada.join(room);
    await ben.join(room, 'Join muted');
    await expect.poll(() => ben.ears.hears([440])).toEqual([440]);

    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      await test.step(`${signal}: the loss is said, and the room stays in sight`, async () => {
        await server.stop(signal);
        for (const { page } of [ada, ben]) {
          await expect(page.getByRole('status').filter({ hasText: 'Coming back' })).toBeVisible();
          await expect(page.getByRole('button', { name: 'Try now' })).toBeFocused();
        }
        await expect(ada.page.getByText('Nobody hears you now')).toBeVisible();
        await expect(ada.tile('Ben')).toBeVisible();
      });

      await test.step('it is back, and so are they: live who was live, muted who was muted', async () => {
        server = await SpareServer.start({ port });
        // What a browser says when its network is back; without it they come a little later.
        for (const { page } of [ada, ben]) await page.evaluate(() => dispatchEvent(new Event('online')));
        await expect(ada.tile('Ben')).toHaveAttribute('data-microphone', 'muted');
        await expect(ben.tile('Ada')).toHaveAttribute('data-microphone', 'live');
        await expect.poll(() => ben.ears.hears([440])).toEqual([440]);
        await expect(ben.page.getByRole('button', { name: 'Unmute' })).toBeVisible();
      });
    }

    await test.step('who does not want to wait leaves', async () => {
      await server.stop('SIGKILL');
      await ben.page
        .getByRole('region', { name: 'Coming back' })
        .getByRole('button', { name: 'Leave' })
        .click();
      await expect(ben.page.getByText(`You have left ${room}.`)).toBeVisible();
      await ben.page.getByRole('button', { name: 'Rejoin' }).click();
      await expect(ben.page.getByText('The server cannot be reached.')).toBeVisible();
      await expect(ben.page.getByRole('button', { name: 'Try again' })).toBeVisible();
    });
  } finally {
    await server.stop();
  }
});

test('a connection that breaks leaves no ghost: the same person is away, and back in the same seat', async ({
  arrive,
  room,
}) => {
  const ada = await arrive({ name: 'Ada', hz: 440 });
  const ben = await arrive({ name: 'Ben', hz: 700 });
  await ada.join(room);
  await ben.trackSockets();
  await ben.join(room);
  await expect.poll(() => ada.ears.hears([700])).toEqual([700]);
  const seat = await ada.memberId('Ben');

  await ben.breakSocket();
  await expect(ada.tile('Ben')).toHaveAttribute('data-presence', 'away');
  await expect(ada.tile('Ben')).toHaveAttribute('data-presence', 'here');
  expect(await ada.memberId('Ben')).toBe(seat);
  await expect(ada.tile('Ben')).toHaveCount(1);
  await expect.poll(() => ada.ears.hears([700])).toEqual([700]);
});

test('leaving asks nothing and offers a way back', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada' });
  await ada.join(room);
  await ada.page.getByRole('button', { name: 'Leave' }).click();
  await expect(ada.page.getByRole('button', { name: 'Rejoin' })).toBeFocused();
  await ada.page.getByRole('button', { name: 'Rejoin' }).click();
  await expect(ada.tile('Ada')).toBeVisible();
});
