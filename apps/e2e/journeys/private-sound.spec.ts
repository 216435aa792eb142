import { defaultRoomSettings, joinRoom, newIdentity, prepare } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { linkFragment } from '@earshot/client/private';
import type { Page } from '@playwright/test';
import { expect, test } from '../src/gathering.ts';
import type { Person } from '../src/person.ts';

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

/** Packets of each voice that have come to a page. */
function voicePackets({ page }: Person): Promise<number[]> {
  return page.evaluate(async () => {
    const { room } = (window as unknown as { earshot: { room: StatsInPage } }).earshot;
    const { recv } = await room.getStats();
    const voices = [...(recv?.values() ?? [])].filter(
      ({ type, kind }) => type === 'inbound-rtp' && kind === 'audio',
    );
    return voices.map(({ packetsReceived }) => packetsReceived);
  });
}

/** Makes `killWorkers` possible; before the page is opened. */
async function trackWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tracked = window as unknown as { workers: Worker[] };
    tracked.workers = [];
    window.Worker = class extends Worker {
      constructor(...options: ConstructorParameters<typeof Worker>) {
        super(...options);
        tracked.workers.push(this);
      }
    };
  });
}

test('an encrypted room sounds as any other to those who have its key, and is silent to all others', async ({
  arrive,
  room,
}) => {
  test.setTimeout(240_000);
  const linkKey = crypto.getRandomValues(new Uint8Array(32));
  // Whoever makes the room stays, so that it does, and hears and says nothing.
  const engine = nodeEngine();
  await prepare(engine);
  const keeper = await joinRoom({
    server: `http://localhost:${process.env.E2E_PORT}`,
    room,
    name: 'Keeper',
    engine,
    identity: newIdentity(),
    secret: { linkKey },
    create: { ...defaultRoomSettings, encrypted: true },
  });
  const people = await Promise.all(Object.entries(tones).map(([name, hz]) => arrive({ name, hz })));
  const [ada, ben, cleo] = people as [Person, Person, Person];
  for (const person of people) {
    person.hold(linkFragment(linkKey));
    await trackWorkers(person.page);
  }
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

  await test.step('one who comes late hears both, and both hear them', async () => {
    await cleo.join(room);
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

  await test.step('whoever has only half of the link hears nothing of what is forwarded, though it comes', async () => {
    cleo.hold('');
    await cleo.join(room, 'Just listen');
    await expect(cleo.tile('Ada')).toBeVisible();
    // A second of each voice has gone through the decoder, as the server could put it through one.
    await expect
      .poll(async () => (await voicePackets(cleo)).filter((packets) => packets >= 50).length)
      .toBeGreaterThanOrEqual(2);
    expect(await cleo.ears.hears(frequencies)).toEqual([]);
    expect((await privacy(cleo)).kind).toBe('open');
  });

  await test.step('what encrypts dies: nothing is sent any more, and the room says so', async () => {
    await ada.page.evaluate(() => {
      for (const worker of (window as unknown as { workers: Worker[] }).workers) worker.terminate();
    });
    await expect
      .poll(() => privacy(ada))
      .toMatchObject({ microphone: 'off', problems: ['encryption_stopped'] });
    await expect.poll(() => ben.ears.hears(frequencies)).toEqual([]);
    expect(await ada.ears.hears(frequencies)).toEqual([]);
    await expect(ben.page.locator('[data-exhibit]')).toHaveCount(0);
  });

  await keeper.leave();
});
