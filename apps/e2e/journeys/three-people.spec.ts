import { expect, test } from '@playwright/test';
import { Person } from '../src/person.ts';

const tones = { Ada: 440, Ben: 700, Cleo: 1_130 } as const;
const frequencies = Object.values(tones);

test('three people open a link and each hears exactly the other two', async () => {
  const people = await Promise.all(
    Object.entries(tones).map(([name, hz]) => Person.arrive({ name, hz })),
  );
  const [ada, ben, cleo] = people as [Person, Person, Person];
  try {
    for (const person of people) await person.join('tea-house');

    await test.step('each hears the other two, and not themselves', async () => {
      for (const person of people) {
        const own = tones[person.name as keyof typeof tones];
        await expect
          .poll(() => person.ears.hears(frequencies), { message: `what ${person.name} hears` })
          .toEqual(frequencies.filter((hz) => hz !== own));
      }
    });

    await test.step('the ring shows who speaks', async () => {
      await expect(ada.tile('Ben')).toHaveAttribute('data-speaking', 'true');
      await expect(ada.tile('Cleo')).toHaveAttribute('data-speaking', 'true');
    });

    await test.step('mute silences within 300 ms, and shows', async () => {
      const benId = await ada.tile('Ben').getAttribute('data-member-id');
      await ada.ears.watchLoudness(benId as string);
      await expect.poll(() => ada.ears.lastLoudAtMs()).toBeGreaterThan(Date.now() - 1_000);
      const pressedAtMs = await ben.page.evaluate(() => Date.now());
      await ben.page.keyboard.press('m');
      await expect(ada.tile('Ben')).toHaveAttribute('data-microphone', 'muted');
      await expect(ben.page.getByRole('button', { name: 'Unmute' })).toBeVisible();
      await expect.poll(() => ada.ears.hears(frequencies)).toEqual([tones.Cleo]);
      expect((await ada.ears.lastLoudAtMs()) - pressedAtMs).toBeLessThanOrEqual(300);
      await ben.page.keyboard.press('m');
      await expect.poll(() => ada.ears.hears(frequencies)).toEqual([tones.Ben, tones.Cleo]);
    });

    await test.step('leaving takes the tile and the sound away', async () => {
      await cleo.page.getByRole('button', { name: 'Leave' }).click();
      await expect(ada.tile('Cleo')).toHaveCount(0);
      await expect.poll(() => ada.ears.hears(frequencies)).toEqual([tones.Ben]);
    });

    expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  } finally {
    await Promise.all(people.map((person) => person.go()));
  }
});
