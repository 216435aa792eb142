import type { Page } from '@playwright/test';
import { DeviceRack } from '../src/device-rack.ts';
import { expect, test } from '../src/gathering.ts';
import { openMicrophoneSettings } from '../src/microphone-settings.ts';

/** What Opus was told, by the stream of the own microphone that is running. Ended ones stay in the statistics. */
function sentFormat(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { room } = (
      window as unknown as { earshot: { room: { getStats(): Promise<{ send?: RTCStatsReport }> } } }
    ).earshot;
    const look = async () => {
      const report = (await room.getStats()).send;
      const streams = [...(report?.values() ?? [])].filter(({ type }) => type === 'outbound-rtp');
      return { report, streams };
    };
    const before = new Map((await look()).streams.map(({ id, packetsSent }) => [id, packetsSent]));
    // Fifty packets a second: one more could be the last of a stream that has just ended.
    for (let looks = 0; looks < 100; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { report, streams } = await look();
      const running = streams.filter(({ id, packetsSent }) => packetsSent > (before.get(id) ?? 0) + 5);
      if (running.length === 0) continue;
      return running.map(({ codecId }) => String(report?.get(codecId)?.sdpFmtpLine)).join(' and ');
    }
    return '';
  });
}

test('presets change what the browser does and what is sent, while one talks on', async ({
  arrive,
  room,
}) => {
  const ada = await arrive({ name: 'Ada', hz: 440 });
  const ben = await arrive({ name: 'Ben' });
  const rack = await DeviceRack.install(ada.page);
  await ben.join(room, 'Just listen');
  await ada.join(room);
  const benHears = () => expect.poll(() => ben.ears.hears([440])).toEqual([440]);
  await benHears();
  const dialog = await openMicrophoneSettings(ada);
  expect(await rack.captures()).toMatchObject({
    count: 1,
    last: { echoCancellation: true, noiseSuppression: true },
  });
  expect(await sentFormat(ada.page)).toContain('usedtx=1');

  await test.step('music: stereo, and nothing filtered', async () => {
    await dialog.getByRole('radio', { name: 'Music' }).check();
    await expect.poll(() => sentFormat(ada.page)).toContain('stereo=1');
    expect(await sentFormat(ada.page)).toContain('maxaveragebitrate=128000');
    expect(await sentFormat(ada.page)).not.toContain('usedtx=1');
    const { last } = await rack.captures();
    expect(last).toMatchObject({ echoCancellation: false, noiseSuppression: false, autoGainControl: false });
    await benHears();
    await expect(ben.tile('Ada')).toHaveAttribute('data-microphone', 'live');
    await expect
      .poll(() => ben.page.evaluate(() => document.querySelectorAll('audio').length))
      .toBeLessThanOrEqual(1);
  });

  // Chromium's fake devices do all that they are asked, so what they say of it is the seam.
  await test.step('what the browser does not do is said beside the switch', async () => {
    await ada.page.evaluate(() => {
      const { getSettings } = MediaStreamTrack.prototype;
      MediaStreamTrack.prototype.getSettings = function (this: MediaStreamTrack) {
        return { ...getSettings.call(this), echoCancellation: false };
      };
    });
    await dialog.getByText('Fine settings').click();
    await dialog.getByRole('switch', { name: 'Echo cancellation' }).click();
    await expect(dialog.getByText('Your browser does not do this with this microphone.')).toBeVisible();
    await expect(dialog.getByText('These are your own settings.')).toBeVisible();
    await benHears();
  });

  await test.step('a bitrate of one’s own needs no new capture', async () => {
    const { count } = await rack.captures();
    await dialog.getByLabel('Bitrate').selectOption('64');
    await benHears();
    expect((await rack.captures()).count).toBe(count);
  });

  await test.step('remembered', async () => {
    await dialog.getByRole('radio', { name: 'Raw' }).check();
    await benHears();
    await ada.page.reload();
    await ada.join(room);
    await benHears();
    expect(await sentFormat(ada.page)).toContain('maxaveragebitrate=256000');
  });
  expect(ada.complaints).toEqual([]);
});

test('learned noise suppression takes a hiss away and lets a voice through', async ({ arrive, room }) => {
  const ear = await arrive({ name: 'Ear' });
  await ear.join(room, 'Just listen');
  /** How loud somebody is without any filter, with the learned one, and without it again. */
  const measure = async (hears: 'hiss' | 'voice') => {
    const person = await arrive({ name: 'Ada', hears });
    await person.join(room);
    const dialog = await openMicrophoneSettings(person);
    await dialog.getByRole('radio', { name: 'Raw' }).check();
    await dialog.getByText('Fine settings').click();
    await expect.poll(() => ear.ears.loudness(500)).toBeGreaterThan(-40);
    // What was filtered a moment ago is still among the first.
    const [, before = 0] = [await ear.ears.loudness(1_000), await ear.ears.loudness()];
    await dialog.getByRole('switch', { name: 'Learned noise suppression' }).click();
    // The network needs a moment to tell what is noise, so the first look is left out. What it takes for noise
    // changes from one second to the next, so the middle of the others counts.
    const looks: number[] = [];
    while (looks.length < 4) looks.push(await ear.ears.loudness());
    await expect(dialog.getByText('It could not start here')).toHaveCount(0);
    const during = looks.slice(1).toSorted((one, other) => one - other)[1] ?? 0;
    await dialog.getByRole('radio', { name: 'Raw' }).check();
    await expect.poll(() => ear.ears.loudness(1_000)).toBeGreaterThan(before - 4);
    expect(person.complaints).toEqual([]);
    await person.page.close();
    return before - during;
  };
  const [hiss, voice] = [await measure('hiss'), await measure('voice')];
  const told = `${hiss.toFixed(1)} dB less hiss, ${voice.toFixed(1)} dB less voice`;
  console.info(told);
  expect(hiss, told).toBeGreaterThan(6);
  expect(hiss - voice, told).toBeGreaterThan(1.5);
});
