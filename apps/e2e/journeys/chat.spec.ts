import { ChatDesk } from '../src/chat-desk.ts';
import { expect, test } from '../src/gathering.ts';

test('two people write, answer, react and delete', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada' });
  const ben = await arrive({ name: 'Ben' });
  await ada.join(room, 'Just listen');
  await ben.join(room, 'Just listen');
  const adas = await ChatDesk.open(ada);
  const bens = await ChatDesk.open(ben);

  await test.step('what one writes the other reads, with its Markdown', async () => {
    await adas.say('**Hello** Ben');
    await expect(bens.message('Hello Ben').locator('strong')).toHaveText('Hello');
    await bens.field.fill('first line');
    await bens.field.press('Shift+Enter');
    await bens.field.pressSequentially('- and no list');
    await bens.field.press('Enter');
    await expect(adas.message('first line')).toContainText('and no list');
    await expect(adas.message('first line')).toHaveAttribute('data-state', 'sent');
  });

  await test.step('Enter that ends a composition does not send', async () => {
    await adas.field.fill('nihon');
    await adas.field.evaluate((field) => {
      const key = { key: 'Enter', bubbles: true, cancelable: true, isComposing: true };
      field.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    await expect(adas.field).toHaveValue('nihon');
    await adas.field.fill('');
  });

  await test.step('nothing hostile is more than text', async () => {
    await adas.say(
      '<img src=x onerror="window.hit=1"> [click me](javascript:window.hit=1) [bank](https://evil.example)',
    );
    const seen = bens.message('click me');
    await expect(seen).toContainText('<img src=x onerror="window.hit=1">');
    await expect(seen).toContainText('(evil.example)');
    await expect(seen.getByRole('link')).toHaveCount(1);
    await expect(seen.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    await expect(seen.locator('img')).toHaveCount(0);
    await seen.getByText('click me').click();
    expect(await ben.page.evaluate(() => 'hit' in window)).toBe(false);
  });

  await test.step('one sees that the other writes', async () => {
    await adas.field.pressSequentially('I am');
    await expect(ben.page.getByText('Ada is typing…')).toBeVisible();
    await adas.say('I am back');
    await expect(ben.page.getByText('Ada is typing…')).toBeHidden();
  });

  await test.step('a reply leads back to what it answers', async () => {
    await bens.act('Hello Ben', 'Reply');
    await expect(ben.page.getByText('Replying to Ada')).toBeVisible();
    await expect(bens.field).toBeFocused();
    await bens.say('Good to hear');
    const quote = adas.message('Good to hear').getByRole('button', { name: 'In reply to Ada' });
    await quote.click();
    await expect(adas.message('Hello Ben').first()).toBeFocused();
  });

  await test.step('reactions are counted, and say who', async () => {
    await bens.act('I am back', 'React with ❤️');
    const chip = adas.message('I am back').getByRole('button', { name: '❤️1 from Ben' });
    await expect(chip).toHaveText('❤️1');
    await chip.focus();
    await ada.page.keyboard.press('Enter');
    await expect(
      bens.message('I am back').getByRole('button', { name: '❤️2 from You and Ada' }),
    ).toBeVisible();
    await adas
      .message('I am back')
      .getByRole('button', { name: /^❤️2 from/ })
      .click();
    await expect(bens.message('I am back').getByRole('button', { name: '❤️1 from You' })).toBeVisible();
  });

  await test.step('an emoji is found by its name, by keyboard alone', async () => {
    await bens.field.fill('Hooray ');
    await ben.page.getByRole('button', { name: 'Emoji', exact: true }).press('Enter');
    const search = ben.page.getByRole('combobox', { name: 'Search emoji' });
    await expect(search).toBeFocused();
    await search.pressSequentially('party popper');
    await expect(ben.page.getByRole('option', { name: 'party popper' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await ben.page.keyboard.press('Enter');
    await expect(bens.field).toHaveValue('Hooray 🎉');
    await expect(bens.field).toBeFocused();
    await ben.page.keyboard.press('Enter');
    await expect(adas.message('Hooray 🎉')).toBeVisible();

    await bens.message('Hooray').focus();
    await bens.message('Hooray').getByRole('button', { name: 'Another emoji' }).press('Enter');
    await expect(search).toBeFocused();
    await ben.page.keyboard.press('Escape');
    await expect(search).toBeHidden();
    await expect(bens.field).toBeVisible(); // Escape closed only what was on top.
    await expect(bens.message('Hooray')).toBeFocused();
  });

  await test.step('hands come in one’s own skin tone, the next time too', async () => {
    const { page } = ben;
    const open = () => page.getByRole('button', { name: 'Emoji', exact: true }).press('Enter');
    await open();
    await page.getByRole('button', { name: 'Skin tone: Yellow' }).press('Enter');
    const tones = page.getByRole('group', { name: 'Skin tones' });
    await expect(tones.getByRole('button', { name: 'Yellow' })).toBeFocused();
    await tones.getByRole('button', { name: 'Dark', exact: true }).press('Enter');
    await expect(tones).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Skin tone: Dark' })).toBeFocused();
    await page.keyboard.press('Escape');
    await open();
    await expect(page.getByRole('button', { name: 'Skin tone: Dark' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Search emoji' }).fill('waving hand');
    await expect(page.getByRole('option', { name: 'waving hand' })).toHaveText('👋🏿');
    await page.keyboard.press('Enter');
    await expect(bens.field).toHaveValue('👋🏿');
    await bens.field.fill('');
  });

  await test.step('a deletion can be undone for a moment, and is then for everybody', async () => {
    await bens.act('first line', 'Delete');
    await expect(bens.message('Message deleted.').getByRole('button', { name: 'Undo' })).toBeFocused();
    await ben.page.keyboard.press('Enter');
    await expect(bens.message('first line')).toBeVisible();
    await bens.act('first line', 'Delete');
    await expect(adas.message('first line')).toBeVisible();
    await expect(adas.message('first line')).toHaveCount(0);
    await expect(adas.message('Message deleted')).toHaveCount(1);
  });

  await test.step('who comes later reads what was said, and not what was deleted', async () => {
    const cleo = await arrive({ name: 'Cleo' });
    await cleo.join(room, 'Just listen');
    const cleos = await ChatDesk.open(cleo);
    await expect(cleos.message('Hooray')).toBeVisible();
    await expect(cleos.message('Hello Ben').first()).toBeVisible();
    await expect(cleos.log).not.toContainText('first line');
    expect(cleo.complaints).toEqual([]);
  });

  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});
