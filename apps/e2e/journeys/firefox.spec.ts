import { ChatDesk } from '../src/chat-desk.ts';
import { FirefoxPerson } from '../src/firefox/firefox-person.ts';
import { NetworkNamespace } from '../src/firefox/network-namespace.ts';
import { expect, test } from '../src/gathering.ts';
import { makePrivateRoom } from '../src/private-door.ts';
import { SpareServer } from '../src/spare-server.ts';

const tones = { Ada: 700, Fox: 440 } as const;
const frequencies = Object.values(tones);

test('Firefox and Chromium talk, mute and share their screens, and where all is sealed write and turn on cameras, too', {
  tag: '@alone',
}, async ({ arrive, room }) => {
  // Firefox takes its time on a small machine.
  test.setTimeout(360_000);
  await using namespace = await NetworkNamespace.make();
  await using server = await SpareServer.start({ namespace });
  const ada = await arrive({ name: 'Ada', hz: tones.Ada, namespace });
  ada.visit(server.origin);
  await ada.join(room);
  await using fox = await FirefoxPerson.arrive({ name: 'Fox', hz: tones.Fox, namespace });
  await fox.join(`${server.origin}/r/${room}`);

  await test.step('each hears the other, and the rings show it', async () => {
    await expect.poll(() => ada.ears.hears(frequencies)).toEqual([tones.Fox]);
    await expect.poll(() => fox.loudspeaker.hears(frequencies)).toEqual([tones.Ada]);
    await expect(ada.tile('Fox')).toHaveAttribute('data-speaking', 'true');
    await expect.poll(() => fox.tile('Ada')).toMatchObject({ microphone: 'live', speaking: 'true' });
    await expect.poll(() => fox.tile('Fox')).toMatchObject({ microphone: 'live', speaking: 'true' });
  });

  await test.step('mute silences and shows, both ways', async () => {
    await fox.page.keyboard.press('m');
    await expect(ada.tile('Fox')).toHaveAttribute('data-microphone', 'muted');
    await expect.poll(() => ada.ears.hears(frequencies)).toEqual([]);
    await ada.page.keyboard.press('m');
    await expect.poll(() => fox.tile('Ada')).toMatchObject({ microphone: 'muted', speaking: 'false' });
    await expect.poll(() => fox.loudspeaker.hears(frequencies)).toEqual([]);

    await fox.page.keyboard.press('m');
    await ada.page.keyboard.press('m');
    await expect.poll(() => ada.ears.hears(frequencies)).toEqual([tones.Fox]);
    await expect.poll(() => fox.loudspeaker.hears(frequencies)).toEqual([tones.Ada]);
  });

  await test.step('each sees the screen that the other shares', async () => {
    await ada.page.getByRole('button', { name: 'Share screen' }).click();
    await expect.poll(() => fox.sees(), { timeout: 20_000 }).toContain('Ada');
    await fox.press('Share screen');
    await ada.eyes.seeAll(2);
  });

  await test.step('leaving takes the tile away', async () => {
    await fox.press('Leave');
    await expect(ada.tile('Fox')).toHaveCount(0);
  });

  await test.step('both go into a private room, by link and password, and hear each other there', async () => {
    const invitation = await makePrivateRoom(ada, { name: 'Foxhole', way: 'Both', home: server.origin });
    await ada.page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(ada.tile('Ada')).toBeVisible();
    await fox.joinPrivate(invitation);
    await expect.poll(() => ada.ears.hears(frequencies)).toEqual([tones.Fox]);
    await expect.poll(() => fox.loudspeaker.hears(frequencies)).toEqual([tones.Ada]);
    await expect(ada.tile('Fox')).toHaveAttribute('data-speaking', 'true');
    await expect.poll(() => fox.tile('Ada')).toMatchObject({ microphone: 'live', speaking: 'true' });
  });

  await test.step('each reads what the other writes, over the data channel', async () => {
    const chat = await ChatDesk.open(ada);
    await expect.poll(() => fox.chatPath()).toBe('data_channel');
    await fox.say('Hello from the fox');
    await expect(chat.message('Hello from the fox')).toBeVisible();
    await chat.say('Hello from Ada');
    await expect.poll(() => fox.read()).toContain('Hello from Ada');
  });

  await test.step('both are shown the same safety number', async () => {
    const how = 'Private: how private is this?';
    await fox.press(how);
    await ada.page.getByRole('button', { name: how }).click();
    const number = ada.page.getByRole('dialog').locator('[data-safety-number]');
    await expect(number).toHaveAttribute('data-safety-number', /^(\d{5} ?){8}$/);
    await expect.poll(() => fox.safetyNumber()).toBe((await number.getAttribute('data-safety-number')) ?? '');
    await ada.page.keyboard.press('Escape');
    await fox.page.keyboard.press('Escape');
    // What lies behind a dialog that still closes is not pressed.
    await expect.poll(() => fox.safetyNumber()).toBeUndefined();
  });

  await test.step('each sees the camera that the other turns on', async () => {
    await ada.page.getByRole('button', { name: 'Turn on camera', exact: true }).click();
    await fox.press('Turn on camera');
    await ada.eyes.seeAll(2);
    await expect.poll(() => fox.sees(), { timeout: 20_000 }).toContain('Ada');
  });

  expect([...ada.complaints, ...fox.complaints]).toEqual([]);
});
