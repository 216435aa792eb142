import { linkFragment } from '@earshot/client/private';
import type { Page } from '@playwright/test';
import { makeEncryptedRoom } from '../src/encrypted-room.ts';
import { expect, test } from '../src/gathering.ts';
import type { Person } from '../src/person.ts';
import { killWorkers, trackWorkers } from '../src/workers.ts';

const tones = { Ada: 440, Ben: 700, Cleo: 1_130 } as const;
const frequencies = Object.values(tones);

interface RoomInPage {
  readonly tracks: ReadonlyMap<string, unknown>;
  readonly snapshot: {
    readonly self: { readonly microphone: string };
    readonly privacy: {
      readonly kind: string;
      readonly safetyNumber: string;
      readonly problems: readonly { what: string }[];
      readonly members: ReadonlyMap<string, string>;
    };
  };
}

/** What a page knows of how private its room is. */
function privacy({ page }: Person) {
  return page.evaluate(() => {
    const { room } = (window as unknown as { earshot: { room: RoomInPage } }).earshot;
    const { kind, safetyNumber, problems, members } = room.snapshot.privacy;
    const { microphone } = room.snapshot.self;
    return {
      kind,
      safetyNumber,
      microphone,
      problems: problems.map(({ what }) => what),
      trust: [...members.values()],
    };
  });
}

interface StatsInPage {
  getStats(): Promise<{ recv?: RTCStatsReport }>;
}

/** How many voices have come to a page for a second, and went on to the decoder. */
function voicesDecoded({ page }: Person): Promise<number> {
  return page.evaluate(async () => {
    const { room } = (window as unknown as { earshot: { room: StatsInPage } }).earshot;
    const { recv } = await room.getStats();
    const voices = [...(recv?.values() ?? [])].filter(
      ({ type, kind, packetsReceived, jitterBufferEmittedCount }) =>
        type === 'inbound-rtp' && kind === 'audio' && packetsReceived >= 50 && jitterBufferEmittedCount > 0,
    );
    return voices.length;
  });
}

/** Plays what comes as it comes, as the server could; before the page is opened. */
async function playUnopened(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(RTCRtpReceiver.prototype, 'transform', { set() {}, get: () => null });
  });
}

/** In dB: what a tone stands out by at least, and what noise does at most. */
const tonal = 30;
const noisy = 15;

test('an encrypted room sounds as any other to those who have its key, and tells all others nothing', {
  tag: '@alone',
}, async ({ arrive, room, baseURL }) => {
  const { keeper, linkKey } = await makeEncryptedRoom({ server: baseURL ?? '', room });
  const people = await Promise.all(Object.entries(tones).map(([name, hz]) => arrive({ name, hz })));
  const [ada, ben, cleo] = people as [Person, Person, Person];
  for (const person of people) {
    person.hold(linkFragment(linkKey));
    await trackWorkers(person.page);
  }
  await ada.shrinkScreens();
  await Promise.all([ada, ben].map((person) => person.join(room)));
  const hear = (wanted: readonly [Person, readonly number[]][]) =>
    Promise.all(
      wanted.map(([{ name, ears }, tonesHeard]) =>
        expect
          .poll(() => ears.hears(frequencies), { message: `what ${name} hears` })
          .toEqual([...tonesHeard]),
      ),
    );

  await test.step('two hear each other', async () => {
    await hear([
      [ada, [tones.Ben]],
      [ben, [tones.Ada]],
    ]);
    expect(new URL(ada.page.url()).hash).toBe('');
  });

  await test.step('whoever has only half of the link stays at the door, and comes in with the whole one', async () => {
    cleo.hold('');
    await cleo.openLobby(room);
    await cleo.page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(cleo.page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(cleo.page.getByText('This link is not whole.')).toHaveCount(1);
    await expect(ada.tile('Ben')).toBeVisible();
    await expect(ada.tile('Cleo')).toHaveCount(0);
    const link = new URL(`/r/${room}${linkFragment(linkKey)}`, cleo.page.url());
    await cleo.page.getByRole('textbox', { name: 'The whole link' }).fill(link.href);
    await expect(cleo.tile('Cleo')).toBeVisible();
    await hear([
      [ada, [tones.Ben, tones.Cleo]],
      [ben, [tones.Ada, tones.Cleo]],
      [cleo, [tones.Ada, tones.Ben]],
    ]);
  });

  await test.step('all see the same safety number, and the ring of who speaks', async () => {
    const numbers = async () =>
      new Set((await Promise.all(people.map(privacy))).map((each) => each.safetyNumber));
    await expect.poll(async () => (await numbers()).size).toBe(1);
    expect(await privacy(ada)).toMatchObject({
      kind: 'encrypted',
      problems: [],
      trust: Array(3).fill('verified'),
    });
    await expect(ada.tile('Ben')).toHaveAttribute('data-speaking', 'true');
    await expect(ada.tile('Ada')).toHaveAttribute('data-speaking', 'true');
  });

  await test.step('a screen is seen', async () => {
    const share = ada.page.getByRole('button', { name: 'Share screen', exact: true });
    await share.click();
    await ben.eyes.seeAll(1);
    // As often as one likes: each time takes one of a few numbers, and gives it back.
    for (let again = 0; again < 4; again += 1) {
      await ada.eyes.exhibit('Your screen').first().getByRole('button', { name: 'Stop sharing' }).click();
      await share.click();
    }
    await ben.eyes.seeAll(1);
  });

  await test.step('one leaves, and the others go on', async () => {
    await cleo.page.getByRole('button', { name: 'Leave' }).click();
    await hear([
      [ada, [tones.Ben]],
      [ben, [tones.Ada]],
    ]);
  });

  await test.step('what is forwarded holds nothing of a voice for whoever does not open it', async () => {
    cleo.hold(linkFragment(linkKey));
    await playUnopened(cleo.page);
    // From the room's own page only the key in the address would change, and nothing be loaded.
    await cleo.page.goto('about:blank');
    await cleo.join(room, 'Just listen');
    // From the start: after some noise a decoder gives up, and is silent.
    const [unopened] = await Promise.all([
      cleo.ears.prominence([tones.Ada, tones.Ben], 5_000),
      expect.poll(() => voicesDecoded(cleo)).toBeGreaterThanOrEqual(2),
    ]);
    const opened = await ada.ears.prominence([tones.Ben]);
    expect(Math.min(...opened)).toBeGreaterThan(tonal);
    expect(Math.max(...unopened)).toBeLessThan(noisy);
  });

  await test.step('what encrypts dies: nothing is sent any more, and the room says so', async () => {
    await killWorkers(ada.page);
    await expect
      .poll(() => privacy(ada))
      .toMatchObject({ microphone: 'off', problems: ['encryption_stopped'] });
    await expect.poll(() => ben.ears.hears(frequencies)).toEqual([]);
    expect(await ada.ears.hears(frequencies)).toEqual([]);
    await expect(ben.page.locator('[data-exhibit]')).toHaveCount(0);
  });

  await keeper.leave();
});
