import type { Page } from '@playwright/test';
import { expect, test } from '../src/gathering.ts';
import { Robot, tones } from '../src/node/robot.ts';

const [earlyHz, lateHz] = tones;

test('where the browser holds sound back, one tap brings everybody, the boosted and the late too', async ({
  arrive,
  room,
  baseURL,
}) => {
  const server = baseURL ?? '';
  const lia = await arrive({ name: 'Lia', measured: true, strictAutoplay: true });
  const early = await Robot.join({ server, room, name: 'Early', hz: earlyHz });
  // Whatever the test asks a page counts as a gesture, so the page comes in by itself and is not asked anything.
  await lia.page.addInitScript(enterByItself);
  await lia.page.goto(`/r/${room}`);
  await early.waitFor(({ members }) => members.length === 1);
  const late = await Robot.join({ server, room, name: 'Late', hz: lateHz });
  await late.waitFor(({ members }) => members.length === 2);

  const tap = lia.page.getByRole('button', { name: 'Tap to hear' });
  await expect(tap).toBeVisible();
  await expect(lia.page.locator('[data-member-id]')).toHaveCount(3);
  await tap.click();
  await expect(tap).toBeHidden();
  await lia.loudspeaker.listen();
  await expect
    .poll(async () =>
      Object.values(await lia.loudspeaker.loudness([earlyHz, lateHz])).every((db) => db > -45),
    )
    .toBe(true);
  await Promise.all([early.leave(), late.leave()]);
});

test('sound comes out where one chose, elsewhere while that is unplugged, and there again', async ({
  arrive,
  room,
  baseURL,
}) => {
  const robot = await Robot.join({ server: baseURL ?? '', room, name: 'Robot', hz: earlyHz });
  const lia = await arrive({ name: 'Lia', hz: lateHz });
  await lia.page.addInitScript(watchSinks);
  await lia.join(room);
  const picker = lia.page.getByRole('combobox', { name: 'Loudspeaker' });
  const openSound = async () => {
    await lia.page.getByRole('button', { name: 'Settings' }).click();
    await lia.page.getByRole('tab', { name: 'Sound' }).click();
  };

  await test.step('a test sound, and another loudspeaker', async () => {
    await openSound();
    const button = lia.page.getByRole('button', { name: 'Play a test sound' });
    await button.click();
    await expect(lia.page.getByRole('button', { name: 'Playing…' })).toBeVisible();
    await expect(button).toBeVisible();
    await picker.selectOption({ label: 'Fake Audio Output 1' });
    await expect.poll(() => sinks(lia.page)).toEqual(['Fake Audio Output 1']);
    await lia.page.keyboard.press('Escape');
  });

  await test.step('unplugged, and back', async () => {
    await lia.page.evaluate(() => (window as unknown as Plugs).unplug('Fake Audio Output 1'));
    await expect(lia.page.getByText('Fake Audio Output 1 is gone.')).toBeVisible();
    await expect.poll(() => sinks(lia.page)).toEqual(['']);
    await lia.page.evaluate(() => (window as unknown as Plugs).unplug(''));
    await expect(lia.page.getByText('Fake Audio Output 1 is gone.')).toBeHidden();
    await expect.poll(() => sinks(lia.page)).toEqual(['Fake Audio Output 1']);
  });

  await test.step('remembered, and where voices that come later are heard', async () => {
    await lia.join(room);
    await expect.poll(() => sinks(lia.page)).toEqual(['Fake Audio Output 1']);
    await openSound();
    await expect(picker.locator('option:checked')).toHaveText('Fake Audio Output 1');
  });
  await robot.leave();
});

interface Plugs {
  unplug(label: string): void;
  playing: Set<HTMLAudioElement>;
}

/** The names of the devices that elements which play at this moment are sent to. */
async function sinks(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const { playing } = window as unknown as Plugs;
    const ids = [...playing]
      .filter(({ paused, srcObject }) => !paused && srcObject)
      .map(({ sinkId }) => sinkId);
    return [...new Set(ids)].map((id) => devices.find(({ deviceId }) => deviceId === id)?.label ?? '');
  });
}

/** Runs in the page: notes which elements play, and can take a device away, which no fake device does by itself. */
function watchSinks(): void {
  const page = window as unknown as Plugs;
  page.playing = new Set();
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function (this: HTMLAudioElement) {
    page.playing.add(this);
    return play.call(this);
  };
  let away = '';
  const enumerate = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
  navigator.mediaDevices.enumerateDevices = async () =>
    (await enumerate()).filter(({ label }) => away === '' || label !== away);
  page.unplug = (label) => {
    away = label;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  };
}

/** Runs in the page: comes in without a hand at the mouse, and has everybody at twice the volume. */
function enterByItself(): void {
  interface RoomInPage {
    snapshot: { members: { id: string }[] };
    hearing: { setVolume(id: string, change: { volume: number }): void };
  }
  localStorage.setItem('earshot.name', 'Lia');
  let entered = false;
  setInterval(() => {
    const button = [...document.querySelectorAll<HTMLButtonElement>('button:enabled')].find(
      ({ textContent }) => textContent === 'Just listen',
    );
    if (button && !entered) {
      entered = true;
      button.click();
    }
    const { earshot } = window as unknown as { earshot?: { room: RoomInPage } };
    for (const { id } of earshot?.room.snapshot.members ?? []) {
      earshot?.room.hearing.setVolume(id, { volume: 2 });
    }
  }, 50);
}
