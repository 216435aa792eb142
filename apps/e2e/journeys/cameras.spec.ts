import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';
import { SpareServer } from '../src/spare-server.ts';

test('a camera is sent in the size in which it is seen, and to nobody who does not look', async ({
  arrive,
  room,
}) => {
  test.setTimeout(240_000);
  // Its streams are counted, and nobody else's.
  await using server = await SpareServer.start();
  const ada = await arrive({ name: 'Ada', hz: 440 });
  const ben = await arrive({ name: 'Ben', context: { viewport: { width: 1_400, height: 1_000 } } });
  for (const person of [ada, ben]) person.visit(server.origin);
  // Knows of no pictures, as every client of before there were any.
  const old = await Robot.join({ server: server.origin, room, name: 'Robot', hz: 1_150 });
  await ada.join(room);
  await ben.join(room, 'Just listen');
  const lines = async (title: string) => {
    const { of, kind } = await ben.eyes.exhibit(title).evaluate((figure) => ({
      ...(figure as HTMLElement).dataset,
      of: figure.getAttribute('data-of'),
      kind: figure.getAttribute('data-exhibit'),
    }));
    return (await ben.eyes.sights()).find((sight) => sight.of === of && sight.kind === kind)?.height;
  };
  /** Whether it comes in as many lines as it is sent in at most: 720, where the machine has time for them. */
  const inFull = async () => {
    const seen = (await lines('Ada’s camera')) ?? 0;
    return seen >= 360 && seen === (await ada.eyes.mostLinesSent());
  };
  const button = (page: typeof ada.page, name: string) => page.getByRole('button', { name, exact: true });

  await test.step('one’s own camera is seen as in a mirror, and by the others as it is', async () => {
    await button(ada.page, 'Turn on camera').click();
    await ben.eyes.seeAll(1);
    const flipped = (person: typeof ada) =>
      person.page.locator('[data-exhibit] video').evaluate((video) => getComputedStyle(video).transform);
    expect(await flipped(ada)).toContain('matrix(-1, 0, 0, 1');
    expect(await flipped(ben)).toBe('none');
  });

  await test.step('large it comes in more lines than small, and the size follows what is chosen', async () => {
    await expect.poll(inFull, { timeout: 40_000 }).toBe(true);
    await ada.soundScreens(950);
    await button(ada.page, 'Share screen').click();
    await ben.eyes.seeAll(2);
    await expect.poll(() => lines('Ada’s camera'), { timeout: 20_000 }).toBe(180);
    await button(ben.page, 'Enlarge: Ada’s camera').press('Enter');
    await expect.poll(() => lines('Ada’s camera'), { timeout: 20_000 }).toBeGreaterThanOrEqual(360);
    await expect(ben.eyes.exhibit('Ada’s screen')).toHaveAttribute('data-size', 'small');
    await ben.page.keyboard.press('Escape');
    await expect(ben.eyes.exhibit('Ada’s screen')).toHaveAttribute('data-size', 'large');
  });

  await test.step('full screen, a window of its own, and original size', async () => {
    const screen = ben.eyes.exhibit('Ada’s screen');
    await screen.hover();
    await button(ben.page, 'Full screen').click();
    await expect
      .poll(() => ben.page.evaluate(() => document.fullscreenElement?.getAttribute('data-exhibit')))
      .toBe('screen');
    await button(ben.page, 'Leave full screen').click();
    await expect.poll(() => ben.page.evaluate(() => document.fullscreenElement)).toBe(null);
    await button(ben.page, 'Original size').click();
    await expect(ben.page.getByRole('region', { name: /^Ada’s screen\. Drag/ })).toBeVisible();
    await button(ben.page, 'Fit to the window').click();
    await button(ben.page, 'Picture in picture').click();
    await expect(button(ben.page, 'Back into the page')).toBeVisible();
  });

  await test.step('a hidden page is sent nothing but what floats in a window of its own', async () => {
    const consumers = () => ada.measured('consumers');
    const seen = await consumers();
    await ben.eyes.turn('hidden');
    await expect.poll(consumers).toBe(seen - 1);
    await ben.page.evaluate(() => document.exitPictureInPicture());
    await expect.poll(consumers).toBe(seen - 2);
    await ben.eyes.turn('visible');
    await expect.poll(consumers).toBe(seen);
    await ben.eyes.seeAll(2);
  });

  await test.step('an old client goes on hearing, and is sent nothing else', async () => {
    await expect.poll(() => old.hears()).toMatchObject({ [await ben.memberId('Ada')]: [440] });
    expect([...old.room.pictures.keys(), ...old.room.sounds.keys()]).toEqual([]);
    await old.leave();
  });

  await test.step('off is off', async () => {
    await button(ada.page, 'Stop sharing').first().click();
    await button(ada.page, 'Turn off camera').click();
    await expect(ben.page.locator('[data-exhibit]')).toHaveCount(0);
    await expect(ada.page.locator('[data-exhibit]')).toHaveCount(0);
  });
  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});

test('a camera is tried out in the settings before anybody sees it, and what is wrong is said in words', async ({
  arrive,
  room,
}) => {
  await using server = await SpareServer.start();
  const ada = await arrive({ name: 'Ada' });
  const ben = await arrive({ name: 'Ben' });
  for (const person of [ada, ben]) person.visit(server.origin);
  // What only another device or system can answer is the seam.
  await ada.page.addInitScript(() => {
    const page = window as unknown as { refusal?: string };
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (wanted) =>
      wanted?.video && page.refusal ? Promise.reject(new DOMException('no', page.refusal)) : open(wanted);
  });
  await ada.trackSockets();
  await ada.join(room, 'Just listen');
  await ben.join(room, 'Just listen');
  const { page } = ada;
  const camera = page.getByRole('button', { name: 'Turn on camera', exact: true });
  const refuse = (name: string | undefined) =>
    page.evaluate((refusal) => {
      (window as unknown as { refusal: string | undefined }).refusal = refusal;
    }, name);

  await test.step('why there is no picture', async () => {
    for (const [refusal, words] of [
      ['NotAllowedError', 'Your browser is not letting Earshot use the camera.'],
      ['NotFoundError', 'There is no camera on this device.'],
      ['NotReadableError', 'Another program is holding your camera.'],
    ] as const) {
      await refuse(refusal);
      await camera.click();
      await expect(page.getByText(words)).toBeVisible();
    }
    await refuse(undefined);
    await page.getByRole('button', { name: 'Try camera again' }).click();
    await ben.eyes.seeAll(1);
  });

  await test.step('a camera that is pulled out', async () => {
    await page.evaluate(() => {
      const { room: inside } = (
        window as unknown as { earshot: { room: { pictures: Map<string, MediaStreamTrack> } } }
      ).earshot;
      for (const track of inside.pictures.values()) track.dispatchEvent(new Event('ended'));
    });
    await expect(page.getByText('Your camera is gone: it was unplugged or switched off.')).toBeVisible();
    await expect(ben.page.locator('[data-exhibit]')).toHaveCount(0);
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  await test.step('a device without screen sharing', async () => {
    await page.evaluate(() =>
      Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { value: undefined }),
    );
    await page.keyboard.press('s');
    await expect(page.getByText('This browser cannot share a screen.')).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  await test.step('the preview is seen by oneself only', async () => {
    await page.keyboard.press(',');
    await page.getByRole('tab', { name: 'Camera' }).click();
    await page.getByRole('button', { name: 'Check camera' }).click();
    await expect(page.getByText('Only you see this.')).toBeVisible();
    await expect(page.getByRole('figure', { name: 'Your camera’s picture, as in a mirror' })).toHaveAttribute(
      'data-state',
      'showing',
    );
    expect(await ada.measured('producers')).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Turn on camera' }).click();
    await expect(page.getByText('Everyone in the room sees you.')).toBeVisible();
    await ben.eyes.seeAll(1);
  });

  await test.step('whoever comes back after a lost connection is seen again', async () => {
    await ada.breakSocket();
    await expect(ben.page.locator('[data-exhibit]')).toHaveCount(0);
    await ben.eyes.seeAll(1);
  });
  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});
