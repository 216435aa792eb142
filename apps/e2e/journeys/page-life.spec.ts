import { expect, test } from '../src/gathering.ts';
import { SpareServer } from '../src/spare-server.ts';

/** What the page asked of the browser, noted as it asks. */
interface Asked {
  asked: { locks: { released: boolean }[]; actions: Record<string, () => void>; microphone?: boolean };
}

test('the page keeps awake, shows its state outside, and guards what would be lost', async ({
  arrive,
  room,
}) => {
  const ada = await arrive({ name: 'Ada', hz: 440, whole: true });
  const { page } = ada;
  await page.addInitScript(() => {
    const noted: Asked['asked'] = { locks: [], actions: {} };
    Object.assign(window, { asked: noted });
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type);
      noted.locks.push(lock);
      return lock;
    };
    const { mediaSession } = navigator;
    const setHandler = mediaSession.setActionHandler.bind(mediaSession);
    mediaSession.setActionHandler = (action, handler) => {
      setHandler(action, handler);
      if (handler) noted.actions[action] = handler as () => void;
    };
  });
  await ada.join(room);
  const icon = page.locator('link[rel="icon"]');

  await test.step('title and icon of the tab follow the microphone', async () => {
    await expect(page).toHaveTitle(`Live · ${room} · Earshot`);
    await expect(icon).toHaveAttribute('href', '/icons/live.svg');
    await page.keyboard.press('m');
    await expect(page).toHaveTitle(`Muted · ${room} · Earshot`);
    await expect(icon).toHaveAttribute('href', '/icons/muted.svg');
    for (const state of ['live', 'muted', 'off', 'live-new', 'muted-new', 'off-new']) {
      expect((await page.request.get(`/icons/${state}.svg`)).status(), state).toBe(200);
    }
  });

  await test.step('the screen is kept on', async () => {
    const held = () =>
      page.evaluate(() => (window as unknown as Asked).asked.locks.map(({ released }) => released));
    await expect.poll(held).toEqual([false]);
  });

  await test.step('the keys of a headset mute and hang up', async () => {
    const { title } = await page.evaluate(() => ({ title: navigator.mediaSession.metadata?.title }));
    expect(title).toBe(room);
    await page.evaluate(() => (window as unknown as Asked).asked.actions.togglemicrophone?.());
    await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'live');
  });

  await test.step('a page that slept in the background says so', async () => {
    // No browser without a window freezes a page that is in a call, so its events are the seam.
    await page.evaluate(() => {
      document.dispatchEvent(new Event('freeze'));
      document.dispatchEvent(new Event('resume'));
    });
    await expect(page.getByText('Your device put this page to sleep')).toBeVisible();
    await page.getByRole('button', { name: 'All right' }).click();
    await expect(page.getByText('Your device put this page to sleep')).toHaveCount(0);
  });

  await test.step('only a shared screen is asked about', async () => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
      canvas.getContext('2d')?.fillRect(0, 0, 160, 90);
      const [video] = canvas.captureStream(5).getVideoTracks();
      const { room } = (window as unknown as { earshot: { room: { shareScreen(what: object): unknown } } })
        .earshot;
      return room.shareScreen({ video });
    });
    await expect
      .poll(() => page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))))
      .toBe(false);
    await page.getByRole('main').click();
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(['beforeunload']);
  });

  await test.step('hanging up leaves, and the screen may go dark', async () => {
    await page.evaluate(() => (window as unknown as Asked).asked.actions.hangup?.());
    await expect(page.getByText(`You have left ${room}.`)).toBeVisible();
    await expect(icon).toHaveAttribute('href', /icon\.svg/);
    await expect
      .poll(() =>
        page.evaluate(() => (window as unknown as Asked).asked.locks.every(({ released }) => released)),
      )
      .toBe(true);
    expect(
      await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))),
    ).toBe(true);
  });
});

test('installed or not, a link without a network shows our own page, and never an old one', async ({
  arrive,
}) => {
  const server = await SpareServer.start();
  const ada = await arrive({ name: 'Ada', context: { serviceWorkers: 'allow', locale: 'en-GB' } });
  const { page } = ada;
  try {
    await page.goto(`${server.origin}/r/tea-house`);
    const manifest = await (await page.request.get(`${server.origin}/manifest.webmanifest`)).json();
    expect(manifest).toMatchObject({ name: 'Earshot', start_url: '/', display: 'standalone' });
    for (const { src } of manifest.icons) {
      expect((await page.request.get(server.origin + src)).status(), src).toBe(200);
    }
    const worker = await page.request.get(`${server.origin}/sw.js`);
    expect(worker.headers()['cache-control']).toBe('no-cache');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.toSorted()).toEqual(['/icon.svg', '/offline.css', '/offline.html', '/offline.js']);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
    await server.stop();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Out of earshot.' })).toBeVisible();
    await expect(page.getByRole('heading')).toHaveCount(1);
    expect(
      await page.getByRole('heading').evaluate((heading) => getComputedStyle(heading).letterSpacing),
    ).not.toBe('normal');
    await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible();
    expect(page.url()).toBe(`${server.origin}/r/tea-house`);
  } finally {
    await server.stop();
  }
});
