import { expect, test } from '../src/gathering.ts';
import { lookAt, looksInTurn } from '../src/looks.ts';

for (const [look, context] of Object.entries(looksInTurn)) {
  test(`the stage fits, and axe finds nothing: ${look.replace('-', ', ')}`, async ({ arrive, room }) => {
    // Five videos, drawn and encoded without a graphics card.
    test.setTimeout(240_000);
    const ada = await arrive({ name: 'Ada', hz: 440 });
    const ben = await arrive({ name: 'Ben', context });
    await ada.soundScreens(950);
    await ada.join(room);
    await ben.join(room, 'Just listen');
    const { page } = ben;
    const show = (screen: string) => lookAt(page, screen, look);
    const press = (person: typeof ada, name: string) =>
      person.page.getByRole('button', { name, exact: true }).first().click();

    await press(ada, 'Turn on camera');
    await ben.eyes.seeAll(1);
    await show('camera');
    await press(ada, 'Share screen');
    await ben.eyes.seeAll(2);
    await show('screen-and-camera');
    await press(ada, 'Share another');
    await press(ada, 'Share another');
    // What a phone has no room for is scrolled to, and comes when it is.
    const screens = page.locator('[data-exhibit="screen"]');
    for (let index = 0; index < 3; index++) {
      await screens.nth(index).scrollIntoViewIfNeeded();
      await expect(screens.nth(index)).toHaveAttribute('data-state', 'showing');
    }
    await screens.first().scrollIntoViewIfNeeded();
    await expect(screens.first()).toHaveAttribute('data-state', 'showing');
    await show('three-screens');
    await press(ben, 'Enlarge: Ada’s camera');
    await expect(ben.eyes.exhibit('Ada’s camera')).toHaveAttribute('data-state', 'showing');
    await show('camera-enlarged');
    expect(ben.complaints).toEqual([]);
  });
}
