import { expect, test } from '../src/gathering.ts';
import type { Person } from '../src/person.ts';

const voices = { Ada: 440, Ben: 700 } as const;
const sounds = { Ada: 950, Ben: 1_300 } as const;

test('three screens at once are seen and heard, by a latecomer too, and stop wherever one looks for it', async ({
  arrive,
  room,
}) => {
  // Six videos, drawn and encoded without a graphics card.
  test.setTimeout(240_000);
  const people = await Promise.all(
    (['Ada', 'Ben'] as const).map((name) => arrive({ name, hz: voices[name] })),
  );
  const [ada, ben] = people as [Person, Person];
  const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });
  for (const person of people) {
    await person.soundScreens(sounds[person.name as keyof typeof sounds]);
    await person.join(room, 'Join muted');
  }

  await test.step('one screen', async () => {
    await button(ada, 'Share screen').click();
    await ben.eyes.seeAll(1);
    await expect(ben.page.getByText('Ada’s screen')).toBeVisible();
    await expect(ada.page.getByText('You are sharing your screen.')).toBeVisible();
    await expect.poll(() => ben.ears.hears([950, 1_300])).toEqual([950]);
  });

  await test.step('a sound is nobody speaking', async () => {
    await expect(ben.tile('Ada')).toHaveAttribute('data-speaking', 'false');
    await expect(ben.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
  });

  await test.step('a second one of the same person, and one of another', async () => {
    await button(ada, 'Share another').click();
    await ben.eyes.seeAll(2);
    await button(ben, 'Share screen').click();
    await expect(ada.eyes.exhibit('Ben’s screen')).toHaveAttribute('data-state', 'showing');
  });

  const cleo = await arrive({ name: 'Cleo' });
  await test.step('who comes late sees all three, and hears them', async () => {
    await cleo.join(room, 'Just listen');
    await cleo.eyes.seeAll(3);
    const sights = await cleo.eyes.sights();
    expect(sights.map(({ of }) => of).sort()).toEqual(['Ada', 'Ada', 'Ben']);
    for (const { width, height } of sights) expect([width > 300, height > 150]).toEqual([true, true]);
    const before = await cleo.eyes.framesDecoded();
    await expect.poll(() => cleo.eyes.framesDecoded()).toBeGreaterThan(before + 10);
    await expect.poll(() => cleo.ears.hears([950, 1_300]), { timeout: 25_000 }).toEqual([950, 1_300]);
  });

  await test.step('stop from one’s own tile', async () => {
    await ada.eyes.exhibit('Your screen').first().getByRole('button', { name: 'Stop sharing' }).click();
    await expect(cleo.page.locator('[data-exhibit]')).toHaveCount(2);
  });
  await test.step('stop from the browser’s own bar', async () => {
    await ada.pressBrowserBar(0);
    await expect(cleo.page.locator('[data-exhibit]')).toHaveCount(1);
    await expect(ada.page.getByText('You are sharing your screen.')).toHaveCount(0);
    await expect.poll(() => cleo.ears.hears([950, 1_300])).toEqual([1_300]);
  });
  await test.step('stop from the control bar', async () => {
    await ben.page
      .getByRole('region', { name: 'Controls' })
      .getByRole('button', { name: 'Stop sharing' })
      .click();
    await expect(cleo.page.locator('[data-exhibit]')).toHaveCount(0);
  });
  await test.step('stop from the banner, and by the key', async () => {
    await button(ben, 'Share screen').click();
    await cleo.eyes.seeAll(1);
    await ben.page
      .getByRole('region', { name: 'You are sharing' })
      .getByRole('button', { name: 'Stop sharing' })
      .click();
    await expect(cleo.page.locator('[data-exhibit]')).toHaveCount(0);
    await ben.page.keyboard.press('s');
    await expect(cleo.page.locator('[data-exhibit]')).toHaveCount(1);
    await ben.page.keyboard.press('s');
    await expect(cleo.page.locator('[data-exhibit]')).toHaveCount(0);
  });
  expect([...people, cleo].flatMap(({ complaints }) => complaints)).toEqual([]);
});
