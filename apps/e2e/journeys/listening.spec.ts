import { newIdentity } from '@earshot/client';
import { axeFaults } from '../src/axe.ts';
import { expect, test } from '../src/gathering.ts';
import { Robot } from '../src/node/robot.ts';
import type { Person } from '../src/person.ts';

/** Two tones that are no harmonics of each other. */
const [quietHz, loudHz] = [440, 1_150] as const;
const both = [quietHz, loudHz] as const;

test('one hears each person as loud as one wants, and by default everybody about equally', async ({
  arrive,
  room,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const server = baseURL ?? '';
  const lia = await arrive({ name: 'Lia', measured: true });
  const identity = await newIdentity();
  const quinn = await Robot.join({ server, room, name: 'Quinn', hz: quietHz, levelDb: -40 });
  let lou = await Robot.join({ server, room, name: 'Lou', hz: loudHz, levelDb: -10, identity });
  await lia.join(room, 'Just listen');
  await lia.loudspeaker.listen();

  /** How much louder Lou is played than Quinn, in dB. */
  const apart = async () => {
    const { [loudHz]: loud, [quietHz]: quiet } = await lia.loudspeaker.loudness(both);
    return loud - quiet;
  };
  const louDb = async () => (await lia.loudspeaker.loudness([loudHz]))[loudHz];

  await test.step('a quiet and a loud voice, 30 dB apart, come within 15', async () => {
    await expect.poll(apart, { timeout: 20_000 }).toBeLessThan(15);
  });

  await test.step('off by a switch', async () => {
    await lia.page.getByRole('button', { name: 'Settings' }).click();
    await lia.page.getByRole('tab', { name: 'Sound' }).click();
    await lia.page.getByRole('switch', { name: 'Everyone equally loud' }).click();
    expect(await axeFaults(lia.page)).toEqual([]);
    await lia.page.keyboard.press('Escape');
    await expect.poll(apart).toBeGreaterThan(27);
  });

  const plainDb = await louDb();
  const quinnDb = (await lia.loudspeaker.loudness([quietHz]))[quietHz];

  await test.step('half and one and a half times the volume are what they say', async () => {
    await setVolume(lia, 'Lou', 50);
    await expect.poll(louDb).toBeCloseTo(plainDb - 6, -0.5);
    await setVolume(lia, 'Lou', 150);
    await expect.poll(louDb).toBeCloseTo(plainDb + 3.5, -0.5);
    expect((await lia.loudspeaker.loudness([quietHz]))[quietHz]).toBeCloseTo(quinnDb, -0.5);
    await expect(lia.tile('Lou').getByRole('button')).toHaveAccessibleName('How you hear Lou: 150%');
  });

  await test.step('mute for me', async () => {
    await openMenu(lia, 'Lou');
    expect(await axeFaults(lia.page)).toEqual([]);
    await lia.page.getByRole('switch', { name: 'Mute for me' }).click();
    await lia.page.keyboard.press('Escape');
    await expect(lia.tile('Lou').getByRole('button')).toBeFocused();
    await expect.poll(louDb).toBeLessThan(-90);
    expect(lou.room.snapshot.self.microphone).toBe('live');
  });

  await test.step('remembered after a reload, for the same key under another name', async () => {
    await lou.leave();
    await lia.join(room, 'Just listen');
    await lia.loudspeaker.listen();
    lou = await Robot.join({ server, room, name: 'Louise', hz: loudHz, levelDb: -10, identity });
    await expect(lia.tile('Louise').getByRole('button')).toHaveAccessibleName(/muted for you/);
    await expect.poll(async () => (await lia.loudspeaker.loudness([quietHz]))[quietHz]).toBeGreaterThan(-60);
    expect(await louDb()).toBeLessThan(-90);
    await openMenu(lia, 'Louise');
    await lia.page.getByRole('button', { name: 'Back to normal' }).click();
    await expect.poll(louDb).toBeCloseTo(plainDb, -0.5);
  });

  await Promise.all([quinn.leave(), lou.leave()]);
  expect(lia.complaints).toEqual([]);
});

/** By keyboard, as everything can be done. */
async function openMenu(person: Person, name: string): Promise<void> {
  await person.tile(name).getByRole('button').focus();
  await person.page.keyboard.press('Enter');
  await expect(person.page.getByRole('dialog', { name })).toBeVisible();
}

async function setVolume(person: Person, name: string, percent: number): Promise<void> {
  await openMenu(person, name);
  await person.page.getByRole('slider', { name: 'Volume' }).fill(String(percent));
  await person.page.keyboard.press('Escape');
}
