import { ChatDesk } from '../src/chat-desk.ts';
import { expect, test } from '../src/gathering.ts';

test('nothing that is written is lost, and what is new is counted and found', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada' });
  const ben = await arrive({ name: 'Ben' });
  await ada.join(room, 'Just listen');
  await ben.join(room, 'Just listen');
  const bens = await ChatDesk.open(ben);

  await test.step('what comes while the chat is closed is counted', async () => {
    await bens.say('one');
    await bens.say('two');
    await expect(ada.page.getByRole('button', { name: 'Chat, 2 new' })).toBeVisible();
    // Told to who does not see it.
    await expect(ada.page.getByText('Ben: one. Ben: two')).toBeAttached();
  });

  const adas = await ChatDesk.open(ada);
  await test.step('opening it shows where the new begins, and counts no more', async () => {
    await expect(adas.log.getByText('New', { exact: true })).toBeVisible();
    await bens.say('three');
    await expect(adas.message('three')).toBeVisible();
    await ada.page.getByRole('button', { name: 'Chat', exact: true }).click();
    await expect(ada.page.getByRole('button', { name: 'Chat', exact: true })).toBeVisible();
  });

  await test.step('the list stays where one reads, and says what came below', async () => {
    await ChatDesk.open(ada);
    await adas.say(Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n'));
    await expect(adas.message('line 59')).toHaveAttribute('data-state', 'sent');
    await adas.log.hover();
    await ada.page.mouse.wheel(0, -600);
    const pill = ada.page.getByRole('button', { name: '1 new message' });
    await expect(ada.page.getByRole('button', { name: 'To the newest message' })).toBeVisible();
    const topOf = () =>
      adas.message('line 59').evaluate((message) => Math.round(message.getBoundingClientRect().top));
    const before = await topOf();
    await bens.say('four');
    await expect(pill).toBeVisible();
    expect(await topOf()).toBe(before);
    await pill.click();
    await expect(adas.message('four')).toBeInViewport();
    await bens.say('five');
    await expect(adas.message('five')).toBeInViewport();
  });

  await test.step('a draft outlives closing the panel and loading the page anew', async () => {
    await adas.field.fill('half a thou');
    await ada.page.getByRole('button', { name: 'Chat', exact: true }).click();
    await expect(adas.field).toBeHidden();
    await ChatDesk.open(ada);
    await expect(adas.field).toHaveValue('half a thou');
    await ada.page.reload();
    await ada.join(room, 'Just listen');
    await expect(adas.field).toHaveValue('half a thou');
    await expect(adas.message('four')).toBeVisible();
  });

  await test.step('a text that is too long is not sent, and says by how much', async () => {
    await adas.field.fill('é'.repeat(3_900));
    await expect(ada.page.getByText('100 characters left')).toBeVisible();
    await adas.field.fill('é'.repeat(4_002));
    await expect(ada.page.getByText('2 characters too many')).toBeVisible();
    await adas.field.press('Enter');
    await expect(adas.field).toHaveValue('é'.repeat(4_002));
    await adas.field.fill('é'.repeat(4_000));
    await adas.field.press('Enter');
    await expect(adas.field).toHaveValue('');
    await expect(bens.message('ééé')).toBeVisible();
  });

  await test.step('what the server refuses for being a lot at once says so, and is sent by one press later', async () => {
    const refused = bens.log.getByRole('article').filter({ hasText: 'Not sent: that was a lot at once.' });
    for (let said = 0; said < 20 && (await refused.count()) === 0; said += 1) await bens.say(`haste ${said}`);
    await expect(refused.first()).toHaveAttribute('data-state', 'failed');
    const text = (await refused.last().locator('p').first().textContent()) ?? '';
    expect(text).toMatch(/^haste/);
    // Until the server takes one more.
    await expect(async () => {
      const again = bens.message(text).getByRole('button', { name: 'Try again' });
      if (await again.isVisible()) await again.click();
      await expect(bens.message(text)).toHaveAttribute('data-state', 'sent', { timeout: 1_000 });
    }).toPass();
    await expect(adas.message(text)).toHaveCount(1);
    // From the end: what is discarded moves those behind it.
    for (let left = await refused.count(); left > 0; left -= 1) {
      await refused.last().getByRole('button', { name: 'Discard' }).click();
      await expect(refused).toHaveCount(left - 1);
    }
  });

  await test.step('whoever leaves right after deleting has deleted', async () => {
    await bens.act('five', 'Delete');
    await ben.page.getByRole('button', { name: 'Leave' }).click();
    await expect(adas.message('five')).toHaveCount(0);
  });

  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});
