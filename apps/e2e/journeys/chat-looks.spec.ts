import type { BrowserContextOptions, Locator } from '@playwright/test';
import { ChatDesk } from '../src/chat-desk.ts';
import { expect, test } from '../src/gathering.ts';
import { lookAt } from '../src/looks.ts';

const looks: Record<string, BrowserContextOptions> = {
  'phone-light': {
    viewport: { width: 320, height: 640 },
    colorScheme: 'light',
    hasTouch: true,
    isMobile: true,
  },
  'tablet-light': { viewport: { width: 820, height: 1_180 }, colorScheme: 'light', hasTouch: true },
  'desktop-dark': { viewport: { width: 1_280, height: 800 }, colorScheme: 'dark' },
};

/** A finger that rests on something until the page has noticed. */
async function pressLong(target: Locator): Promise<void> {
  const session = await target.page().context().newCDPSession(target.page());
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to press');
  const touchPoints = [{ x: box.x + 20, y: box.y + 20 }];
  const actions = target.getByRole('toolbar', { name: 'What you can do with this message' });
  await expect(actions).toHaveCount(0);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await expect(actions).toBeVisible();
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(actions).toBeVisible();
}

test('the chat fits every screen, and axe finds nothing', async ({ arrive, room }) => {
  test.slow();
  const ben = await arrive({ name: 'Ben Okafor' });
  await ben.join(room, 'Just listen');
  const bens = await ChatDesk.open(ben);
  await bens.say('Good morning! Shall we start with the **music** for Saturday?');
  await bens.say(
    '- drums at *noon*\n- brass at one\n- https://earshot.example/programme/saturday/the-whole-long-list',
  );
  await bens.say('🎺🎉');
  let desk = bens;

  for (const [look, context] of Object.entries(looks)) {
    await test.step(look, async () => {
      const ada = await arrive({ name: 'Ada', context });
      const { page } = ada;
      await ada.join(room, 'Just listen');
      desk = await ChatDesk.open(ada);
      await expect(desk.message('🎺🎉')).toBeVisible();
      await desk.field.fill(
        '> Shall we start\n\nYes: `brass` first, and this\n```\nconst order = ["brass", "drums", "everybody together"];\n```',
      );
      if (context.hasTouch) {
        // There Enter makes a line.
        await desk.field.press('Enter');
        await expect(desk.field).not.toHaveValue('');
      }
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(desk.field).toHaveValue('');
      await bens.act('drums at', 'React with 👍');
      await bens.act('Shall we start with', 'Reply');
      await bens.say(`Then I answer myself, in a line that is long enough to need a second one (${look}).`);
      await bens.field.pressSequentially('and');
      await expect(page.getByText('Ben Okafor is typing…')).toBeVisible();
      await lookAt(page, 'chat', look);

      if (context.isMobile) await pressLong(desk.message('drums at'));
      else await desk.message('drums at').evaluate((message) => message.focus());
      await page.getByRole('button', { name: 'Another emoji' }).click();
      await expect(page.getByRole('option', { name: 'grinning face', exact: true })).toBeVisible();
      await lookAt(page, 'chat-emoji', look);
      await bens.act('drums at', 'React with 👍');
      await ada.page.close();
    });
  }
});
