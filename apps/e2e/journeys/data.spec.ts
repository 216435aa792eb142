import type { Room } from '@earshot/client';
import type { Page } from '@playwright/test';
import { expect, test } from '../src/gathering.ts';

/** What these journeys use of a page in a room. */
interface InRoom {
  readonly earshot: { readonly room: Room };
  readonly channels: RTCDataChannel[];
  readonly blobs: Blob[];
}

/** Makes the page's data channels reachable; before the page is opened. */
async function trackChannels(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const channels: RTCDataChannel[] = [];
    Object.assign(window, { channels });
    const { createDataChannel } = RTCPeerConnection.prototype;
    RTCPeerConnection.prototype.createDataChannel = function watched(...args) {
      const channel = createDataChannel.apply(this, args);
      channels.push(channel);
      return channel;
    };
  });
}

const path = (page: Page) =>
  page.evaluate(() => (window as unknown as InRoom).earshot.room.chat.snapshot.path);
const texts = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as InRoom).earshot.room.chat.snapshot.messages.map(
      ({ text, state }) => `${text} ${state}`,
    ),
  );

test('a data channel cut in mid-message loses and repeats nothing', async ({ arrive, room }) => {
  const ann = await arrive({ name: 'Ann' });
  const bob = await arrive({ name: 'Bob' });
  for (const { page } of [ann, bob]) await trackChannels(page);
  await ann.join(room);
  await bob.join(room);
  for (const { page } of [ann, bob]) await expect.poll(() => path(page)).toBe('data_channel');
  await ann.page.evaluate(() => {
    const { earshot, channels } = window as unknown as InRoom;
    const { chat } = earshot.room;
    for (const text of ['one', 'two', 'three']) chat.send({ text });
    for (const channel of channels) channel.close();
    for (const text of ['four', 'five']) chat.send({ text });
  });
  const sent = ['one', 'two', 'three', 'four', 'five'].map((text) => `${text} sent`);
  for (const { page } of [ann, bob]) await expect.poll(() => texts(page)).toEqual(sent);
  expect(await path(ann.page)).toBe('web_socket');
  await bob.page.evaluate(() => (window as unknown as InRoom).earshot.room.chat.send({ text: 'six' }));
  await expect.poll(() => texts(ann.page)).toEqual([...sent, 'six sent']);
  expect([ann.complaints, bob.complaints]).toEqual([[], []]);
});

test('a file of 50 MB goes from browser to browser with its hash, and the voice goes on', {
  tag: '@alone',
}, async ({ arrive, room }) => {
  test.setTimeout(240_000);
  const ann = await arrive({ name: 'Ann', hz: 440 });
  const bob = await arrive({ name: 'Bob' });
  await ann.join(room);
  await bob.join(room);
  for (const { page } of [ann, bob]) await expect.poll(() => path(page)).toBe('data_channel');
  const sha256 = await ann.page.evaluate(async () => {
    const { room: here } = (window as unknown as InRoom).earshot;
    const parts = Array.from({ length: 1_000 }, () => crypto.getRandomValues(new Uint8Array(50_000)));
    const offer = await here.files.offer(new File(parts, 'large.bin'));
    here.chat.send({ text: '', file: offer });
    return offer.sha256;
  });
  await expect
    .poll(() =>
      bob.page.evaluate(() => (window as unknown as InRoom).earshot.room.chat.snapshot.messages.length),
    )
    .toBe(1);
  const received = await bob.page.evaluate(async () => {
    const { room: here } = (window as unknown as InRoom).earshot;
    const [message] = here.chat.snapshot.messages;
    if (!message?.file) throw new Error('no file was offered');
    const transfer = here.files.fetch(message.file, message.author.id);
    await new Promise<void>((resolve) => {
      transfer.subscribe(() => ['done', 'failed'].includes(transfer.snapshot.at) && resolve());
    });
    const { at, blob } = transfer.snapshot;
    const digest = await crypto.subtle.digest('SHA-256', (await blob?.arrayBuffer()) ?? new ArrayBuffer());
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return { at, sizeBytes: blob?.size, sha256: hex };
  });
  expect(received).toEqual({ at: 'done', sizeBytes: 50_000_000, sha256 });
  await expect.poll(() => bob.ears.hears([440])).toEqual([440]);
  expect([ann.complaints, bob.complaints]).toEqual([[], []]);
});
