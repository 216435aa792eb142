import { newIdentity } from '@earshot/client';
import { defaultRoomSettings } from '@earshot/protocol';
import { axeFaults } from '../src/axe.ts';
import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';
import { SpareServer } from '../src/spare-server.ts';

test('public rooms come and go on the front page, and are found there', async ({ arrive }) => {
  await using server = await SpareServer.start();
  const robots: Robot[] = [];
  const join = async (options: Omit<Parameters<typeof Robot.join>[0], 'server'>) => {
    const robot = await Robot.join({ server: server.origin, ...options });
    robots.push(robot);
    return robot;
  };
  const { page } = await arrive({ name: 'Ada' });
  const card = (room: string) => page.locator(`[data-room="${room}"]`);
  const cards = page.locator('[data-room]');
  const search = page.getByRole('searchbox', { name: 'Search rooms' });
  const look = async (screen: string) => {
    expect(await axeFaults(page), `axe on ${screen}`).toEqual([]);
  };
  const settings = {
    ...defaultRoomSettings,
    topic: 'Chuyện trà',
    tags: ['tea', 'evening'],
    language: 'vi',
    listed: true,
  };

  try {
    await test.step('nothing is open', async () => {
      await page.goto(server.origin);
      await expect(page.getByText('No public room is open just now.')).toBeVisible();
      await look('the empty square');
      // One person alone, without an owner's wish: not listed.
      await join({ room: 'night-train', name: 'Wren' });
      await expect(search).toBeHidden();
    });

    const owner = await test.step('rooms appear by themselves, with what happens in them', async () => {
      const first = await join({
        room: 'tea-house',
        hz: 440,
        identity: await newIdentity(),
        create: settings,
      });
      await expect(card('tea-house').getByText('1 person')).toBeVisible();
      await join({ room: 'tea-house', name: 'Ben' });
      await expect(card('tea-house').getByText('2 people')).toBeVisible();
      await expect(card('tea-house').getByText('1 talking')).toBeVisible();
      await expect(card('tea-house')).toContainText('Chuyện trà');
      await expect(card('tea-house')).toContainText('Vietnamese');
      await expect(card('tea-house').locator('[data-speaking=true]')).toHaveCount(1);
      await join({ room: 'night-train', name: 'Emil' });
      await expect(card('night-train').getByText('2 people')).toBeVisible();
      await look('the square');
      return first;
    });

    await test.step('they are found by words, tag and language', async () => {
      await expect(page.getByRole('button', { name: 'evening' })).toBeVisible();
      await search.fill('CHUYEN');
      await expect(card('night-train')).toHaveCount(0);
      await expect(card('tea-house')).toBeVisible();
      await search.fill('nowhere');
      await expect(page.getByText('No open room fits that.')).toBeVisible();
      await page.getByRole('button', { name: 'Show all rooms' }).click();
      await expect(cards).toHaveCount(2);
      await page.getByRole('button', { name: 'evening' }).click();
      await expect(card('night-train')).toHaveCount(0);
      await page.getByRole('button', { name: 'evening' }).click();
      await expect(cards).toHaveCount(2);
      await page.getByRole('combobox', { name: 'Language spoken' }).selectOption('Vietnamese');
      await expect(card('night-train')).toHaveCount(0);
      await page.getByRole('combobox', { name: 'Language spoken' }).selectOption('');
      await page.getByText('New', { exact: true }).click();
      await expect(cards.first()).toHaveAttribute('data-room', 'tea-house');
    });

    await test.step('nothing moves away from under the pointer', async () => {
      await card('tea-house').hover();
      await Promise.all(
        robots.splice(0).map((robot) => (robot.room === owner.room ? undefined : robot.leave())),
      );
      robots.push(owner);
      await expect(card('night-train')).toHaveAttribute('data-over', 'true');
      await expect(card('tea-house').getByText('1 person')).toBeVisible();
      await page.getByRole('button', { name: '1 change' }).click();
      await expect(card('night-train')).toHaveCount(0);
    });

    await test.step('an owner takes the room back from the square', async () => {
      await page.mouse.move(0, 0);
      await owner.room.hosting.setSettings({ ...settings, listed: false });
      await expect(page.getByText('No public room is open just now.')).toBeVisible();
      await owner.room.hosting.setSettings(settings);
      await expect(card('tea-house')).toBeVisible();
      const html = await (await page.request.get(`${server.origin}/r/tea-house`)).text();
      expect(html).toContain('<meta property="og:description" content="Chuyện trà"/>');
      expect((await page.request.get(`${server.origin}/robots.txt`)).status()).toBe(200);
    });

    await test.step('without a server it says so, and goes on when there is one', async () => {
      const port = Number(new URL(server.origin).port);
      // While one searches, the field stays, also where the server's last word is that no room is open any more.
      await search.fill('te');
      await server.stop();
      await search.fill('tea');
      await expect(page.getByText('The open rooms did not load.')).toBeVisible();
      await look('the square without a server');
      await using _next = await SpareServer.start({ port });
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByText('The open rooms did not load.')).toBeHidden();
      await expect(page.getByText('No open room fits that.')).toBeVisible();
    });
  } finally {
    await Promise.all(robots.map((robot) => robot.leave()));
  }
});

test('hundreds of public rooms are read through, and nobody loses their place', async ({ arrive }) => {
  const places = 300;
  await using server = await SpareServer.start({ places });
  const { page } = await arrive({ name: 'Ada' });
  const cards = page.locator('[data-room]');
  const placeInFocus = () =>
    page.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset')));
  await page.goto(server.origin);
  await expect(cards.first()).toHaveAttribute('aria-posinset', '1');

  await test.step('they come as one scrolls, and only those near what is seen stand in the page', async () => {
    const changes = page.getByRole('button', { name: /^\d+ changes?/ });
    await expect(async () => {
      // A room that rose past its page waits at the top until one is there.
      if (await changes.isVisible()) {
        await page.keyboard.press('Home');
        await expect(changes).toBeHidden({ timeout: 2_000 });
      }
      await page.keyboard.press('End');
      await expect(cards.last()).toHaveAttribute('aria-posinset', String(places), { timeout: 500 });
    }).toPass();
    await expect(cards.last()).toBeInViewport();
    await expect(cards.last()).toHaveAttribute('aria-setsize', String(places));
    expect(await cards.count()).toBeLessThan(100);
    expect(await axeFaults(page, '.public-rooms')).toEqual([]);
  });

  await test.step('who goes through them by keyboard goes on from there, wherever they scrolled', async () => {
    await page.locator('[aria-posinset="290"]').getByRole('link').focus();
    await page.mouse.wheel(0, -100_000);
    await expect(cards.first()).toHaveAttribute('aria-posinset', '1');
    expect(await placeInFocus()).toBe(290);
    await page.keyboard.press('Tab');
    expect(await placeInFocus()).toBe(291);
    await expect(page.locator('[aria-posinset="291"]')).toBeInViewport();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await placeInFocus()).toBe(289);
  });

  await test.step('on a screen that is turned they still see what they saw', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.mouse.wheel(0, -3_000);
    await expect(page.locator('[aria-posinset="289"]')).not.toBeInViewport();
    const first = await page.evaluate(() =>
      [...document.querySelectorAll('li[data-room]')]
        .find((card) => card.getBoundingClientRect().bottom > 0)
        ?.getAttribute('aria-posinset'),
    );
    const seen = page.locator(`[aria-posinset="${first}"]`);
    const { width, height } = page.viewportSize() ?? { width: 1_280, height: 720 };
    await page.setViewportSize({ width: 390, height });
    await expect(seen).toBeInViewport();
    await page.setViewportSize({ width, height });
    await expect(seen).toBeInViewport();
  });
});
