import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { ChatDesk } from '../src/chat-desk.ts';
import { expect, test } from '../src/gathering.ts';

/** Lets go of a file over the page, as a hand does that brought it from the desktop. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const box = await page.getByRole('log').boundingBox();
  if (!box) throw new Error('the chat is not open');
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...point, data });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...point, data });
  await expect(page.getByText('Drop files to send them to everyone')).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...point, data });
  await expect(page.getByText('Drop files to send them to everyone')).toHaveCount(0);
}

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test('files go from one to the other, and only pictures are shown', async ({ arrive, room }, info) => {
  const ada = await arrive({ name: 'Ada', context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const ben = await arrive({ name: 'Ben' });
  await ada.join(room, 'Just listen');
  await ben.join(room, 'Just listen');
  const adas = await ChatDesk.open(ada);
  const bens = await ChatDesk.open(ben);
  const toSend = ada.page.getByRole('list', { name: 'Files to send' });

  await test.step('a picture that is pasted is shown as soon as it is there', async () => {
    await ada.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(8, 8);
      canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
      const blob = await canvas.convertToBlob();
      await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
    });
    await adas.field.press('Control+V');
    await expect(toSend).toContainText('image.png');
    await adas.say('look');
    const shown = bens.message('look').getByRole('img', { name: 'Picture: image.png' });
    await expect(shown).toBeVisible();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8);
    await expect(adas.message('look').getByRole('img', { name: 'Picture: image.png' })).toBeVisible();
  });

  await test.step('what only calls itself a picture is not, and can be saved', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    await adas.attach({ name: 'drawing.png', mimeType: 'image/png', buffer: Buffer.from(svg) });
    await adas.field.press('Enter');
    const save = bens.message('drawing.png').getByRole('button', { name: 'Save drawing.png' });
    await expect(save).toBeVisible();
    await expect(bens.message('drawing.png').getByRole('img')).toHaveCount(0);
    const [download] = await Promise.all([ben.page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toBe('drawing.png');
  });

  await test.step('another file, dropped on the chat, waits until somebody wants it', async () => {
    const path = info.outputPath('notes.txt');
    writeFileSync(path, 'remember the milk');
    await drop(ada.page, path);
    await expect(toSend).toContainText('notes.txt');
    await expect(adas.field).toBeFocused();
    await adas.field.press('Enter');
    await bens.message('notes.txt').getByRole('button', { name: 'Download notes.txt' }).focus();
    const [download] = await Promise.all([
      ben.page.waitForEvent('download'),
      ben.page.keyboard.press('Enter'),
    ]);
    expect((await bytesOf(download)).toString()).toBe('remember the milk');
    await expect(bens.message('notes.txt').getByRole('button', { name: 'Save notes.txt' })).toBeFocused();
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
    await expect(toSend).toHaveCount(0);
  });

  await test.step('a file of somebody who has left cannot be fetched, and says so', async () => {
    await adas.attach({ name: 'late.txt', mimeType: 'text/plain', buffer: Buffer.from('too late') });
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

/** A disk that gives parts of files only while it is told to: a fast one leaves no time to look. */
interface SlowDisk {
  disk: { give(parts: number): void };
}

async function slowDown(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let left = 0;
    let wake = Promise.withResolvers<void>();
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function slow(this: Blob) {
      // Only whole parts that somebody asked for: other reads are longer or shorter.
      while (this.size === 65_536 && left === 0) await wake.promise;
      if (this.size === 65_536) left -= 1;
      return read.call(this);
    };
    const give = (parts: number) => {
      left = parts;
      wake.resolve();
      wake = Promise.withResolvers();
    };
    Object.assign(window, { disk: { give } });
  });
}

const give = (page: Page, parts: number) =>
  page.evaluate((count) => (window as unknown as SlowDisk).disk.give(count), parts);

test('a file shows how it comes, goes on after either side was cut off, and can be cancelled', async ({
  arrive,
  room,
}) => {
  const ada = await arrive({ name: 'Ada' });
  const ben = await arrive({ name: 'Ben' });
  await slowDown(ada.page);
  for (const person of [ada, ben]) {
    await person.trackSockets();
    await person.join(room, 'Just listen');
  }
  const adas = await ChatDesk.open(ada);
  const bens = await ChatDesk.open(ben);
  const offer = async (name: string) => {
    const buffer = randomBytes(2_000_000);
    await adas.attach({ name, mimeType: 'application/octet-stream', buffer });
    await adas.field.press('Enter');
    const card = bens.message(name);
    return {
      buffer,
      card,
      // Pressed where it stands: a long name does not push it out of the bubble.
      fetch: () => card.getByRole('button', { name: `Download ${name}` }).click(),
      bar: card.getByRole('progressbar', { name: `Receiving ${name}` }),
    };
  };

  await test.step('how much has come, and that it goes on by itself', async () => {
    const { buffer, card, fetch, bar } = await offer('song.flac');
    await fetch();
    await expect(card).toContainText('Waiting for Ada…');
    await give(ada.page, 10);
    await expect(bar).toHaveJSProperty('value', 655_360);
    await expect(card).toContainText('655 kB of 2 MB');
    await ben.breakSocket();
    await expect(card).toContainText('Paused at 655 kB of 2 MB. It goes on by itself.');
    await give(ada.page, 5);
    await expect
      .poll(() => bar.evaluate((element: HTMLProgressElement) => element.value))
      .toBeGreaterThan(655_360);
    await ada.breakSocket();
    await expect(card).toContainText(/Paused at \d+ kB of 2 MB/);
    await give(ada.page, Number.POSITIVE_INFINITY);
    const save = card.getByRole('button', { name: 'Save song.flac' });
    const [download] = await Promise.all([ben.page.waitForEvent('download'), save.click()]);
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await bytesOf(download))).toBe(hash(buffer));
    await expect(bar).toHaveCount(0);
  });

  await test.step('cancelled, it is as if nothing had been; and whoever leaves takes it along', async () => {
    await give(ada.page, 3);
    const { card, fetch, bar } = await offer(`what we saw on the way home${' and back'.repeat(8)}.mkv`);
    await fetch();
    await expect(bar).toHaveJSProperty('value', 196_608);
    await card.getByRole('button', { name: 'Cancel' }).click();
    await expect(bar).toHaveCount(0);
    await expect(card).toContainText('2 MB');
    await fetch();
    await expect(bar).toBeVisible();
    await ada.page.getByRole('button', { name: 'Leave' }).click();
    await expect(card).toContainText('Ada has left, so this file can no longer be fetched.');
    await expect(bar).toHaveCount(0);
    await expect(card.getByRole('button', { name: /Download|Cancel/ })).toHaveCount(0);
  });

  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});
