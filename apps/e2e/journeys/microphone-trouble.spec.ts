import { expect, test } from '../src/gathering.ts';
import type { Person } from '../src/person.ts';

/** Whatever is wrong with the microphone, it is said in words, and one can go on listening. */
async function goesOnListening(person: Person, room: string, sentence: string): Promise<void> {
  await person.openLobby(room);
  await person.page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(person.page.getByText(sentence)).toBeVisible();
  await person.page.getByRole('button', { name: 'Just listen' }).click();
  await expect(person.tile(person.name)).toBeVisible();
  await expect.poll(() => person.ears.hears([440])).toEqual([440]);
}

test.describe('with somebody talking', () => {
  test.beforeEach(async ({ arrive, room }) => {
    const ada = await arrive({ name: 'Ada', hz: 440 });
    await ada.join(room);
  });

  test('a refused microphone still listens', async ({ arrive, room }) => {
    const ben = await arrive({ name: 'Ben', microphone: 'denied' });
    await goesOnListening(ben, room, 'Your browser is not letting Earshot use the microphone.');
  });

  test('no microphone still listens', async ({ arrive, room }) => {
    const ben = await arrive({ name: 'Ben', microphone: 'missing' });
    await goesOnListening(ben, room, 'There is no microphone on this device.');
  });

  // No browser can be made to find its fake device taken, so the answer of getUserMedia is the seam.
  test('a microphone in use by another program still listens', async ({ arrive, room }) => {
    const ben = await arrive({ name: 'Ben' });
    await ben.page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('Could not start audio source', 'NotReadableError'));
    });
    await goesOnListening(ben, room, 'Another program is holding your microphone.');
  });

  test('an insecure origin still listens', async ({ arrive, room, baseURL }) => {
    const ben = await arrive({ name: 'Ben', insecureHost: 'earshot.test' });
    ben.visit(`http://earshot.test:${new URL(baseURL ?? '').port}`);
    await goesOnListening(ben, room, 'Browsers allow the microphone only on secure pages.');
  });
});
