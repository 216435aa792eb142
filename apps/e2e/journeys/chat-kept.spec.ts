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

  await test.step('whoever leaves right after deleting has deleted', async () => {
    await bens.act('five', 'Delete');
    await ben.page.getByRole('button', { name: 'Leave' }).click();
    await expect(adas.message('five')).toHaveCount(0);
  });

  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFklEQVR4nGP4z8CAFTEMLQmGUQnsJAA6PT/BXQk+PAAAAABJRU5ErkJggg==';

test('files go from one to the other, and only pictures are shown', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada' });
  const ben = await arrive({ name: 'Ben' });
  await ada.join(room, 'Just listen');
  await ben.join(room, 'Just listen');
  const adas = await ChatDesk.open(ada);
  const bens = await ChatDesk.open(ben);
  const attach = async (name: string, mimeType: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([
      ada.page.waitForEvent('filechooser'),
      ada.page.getByRole('button', { name: 'Add a file' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType, buffer });
  };

  await test.step('a picture is shown as soon as it is there', async () => {
    await attach('sunset.png', 'image/png', Buffer.from(picture, 'base64'));
    await expect(ada.page.getByRole('list', { name: 'Files to send' })).toContainText('sunset.png');
    await adas.say('look');
    const shown = bens.message('look').getByRole('img', { name: 'Picture: sunset.png' });
    await expect(shown).toBeVisible();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8);
    await expect(adas.message('look').getByRole('img', { name: 'Picture: sunset.png' })).toBeVisible();
  });

  await test.step('what only calls itself a picture is not, and can be saved', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    await attach('drawing.png', 'image/png', Buffer.from(svg));
    await adas.field.press('Enter');
    const save = bens.message('drawing.png').getByRole('button', { name: 'Save drawing.png' });
    await expect(save).toBeVisible();
    await expect(bens.message('drawing.png').getByRole('img')).toHaveCount(0);
    const [download] = await Promise.all([ben.page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toBe('drawing.png');
  });

  await test.step('another file waits until somebody wants it', async () => {
    await attach('notes.txt', 'text/plain', Buffer.from('remember the milk'));
    await adas.field.press('Enter');
    await bens.message('notes.txt').getByRole('button', { name: 'Download notes.txt' }).click();
    const save = bens.message('notes.txt').getByRole('button', { name: 'Save notes.txt' });
    const [download] = await Promise.all([ben.page.waitForEvent('download'), save.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('remember the milk');
  });

  await test.step('one that is too large is refused before anything is sent', async () => {
    await adas.field.evaluate((field) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(53_000_000)], 'film.mkv'));
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true }),
      );
    });
    const refusal = ada.page.getByRole('region', { name: 'Chat' }).getByRole('alert');
    await expect(refusal).toContainText('“film.mkv” is 53 MB. Files may have up to');
    await expect(ada.page.getByRole('list', { name: 'Files to send' })).toHaveCount(0);
  });

  await test.step('a file of somebody who has left cannot be fetched, and says so', async () => {
    await attach('late.txt', 'text/plain', Buffer.from('too late'));
    await adas.field.press('Enter');
    await expect(bens.message('late.txt')).toBeVisible();
    await ada.page.getByRole('button', { name: 'Leave' }).click();
    await expect(bens.message('late.txt')).toContainText(
      'Ada has left, so this file can no longer be fetched.',
    );
    await expect(bens.message('late.txt').getByRole('button', { name: /^Download/ })).toHaveCount(0);
  });

  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});
