import { linkFragment } from '@earshot/client/private';
import type { ChatMessage } from '@earshot/protocol';
import { ChatDesk } from '../src/chat-desk.ts';
import { makeEncryptedRoom } from '../src/encrypted-room.ts';
import { expect, test } from '../src/gathering.ts';
import { lookInTurn } from '../src/looks.ts';
import { LyingServer } from '../src/lying-server.ts';
import type { Person } from '../src/person.ts';

const tones = { Ada: 440, Ben: 700, Cleo: 1_130 } as const;
const frequencies = Object.values(tones);
const moved = 'The server has moved this';

test('a server that swaps people and moves messages is seen through, and the page says so', {
  tag: '@alone',
}, async ({ arrive, room, baseURL }) => {
  const { keeper, linkKey } = await makeEncryptedRoom({ server: baseURL ?? '', room });
  const people = await Promise.all(Object.entries(tones).map(([name, hz]) => arrive({ name, hz })));
  const [ada, ben, cleo] = people as [Person, Person, Person];
  for (const person of people) person.hold(linkFragment(linkKey));
  const { page } = cleo;
  const server = await LyingServer.before(page);
  await Promise.all([ada, ben].map((person) => person.join(room)));
  const hears = ({ name, ears }: Person) =>
    expect.poll(() => ears.hears(frequencies), { message: `what ${name} hears` });

  await test.step('a voice that is given out as another’s is not heard, and its place says why', async () => {
    server.swapVoices('Ada', 'Ben');
    await cleo.join(room);
    await expect(
      page.getByText(/^The server gave something out as (Ada and Ben|Ben and Ada)’s/),
    ).toBeVisible();
    for (const name of ['Ada', 'Ben']) {
      await expect(cleo.tile(name).getByRole('img', { name: 'What came as theirs was not' })).toBeVisible();
      await expect(cleo.tile(name)).toHaveAttribute('data-microphone', 'live');
      await expect(cleo.tile(name)).toHaveAttribute('data-speaking', 'false');
    }
    expect(await cleo.ears.hears(frequencies)).toEqual([]);
    // To the others it does not lie.
    await hears(ada).toEqual([tones.Ben, tones.Cleo]);
    await hears(ben).toEqual([tones.Ada, tones.Cleo]);
    await lookInTurn(page, 'voices-swapped');
  });

  await test.step('a message is its author’s, or cannot be opened, and one that was moved is marked', async () => {
    const [adas, cleos] = [await ChatDesk.open(ada), await ChatDesk.open(cleo)];
    const said: ChatMessage[] = [];
    server.rewrite((message) => {
      said.push(message);
      return { ...message, author: { ...message.author, id: server.idOf('Ben'), name: 'Ben' } };
    });
    await adas.say('Tea at five');
    await expect(cleos.message('Tea at five')).toHaveAccessibleName(/^Ada,/);

    server.rewrite(({ sealed, ...message }) => ({
      ...message,
      ...(sealed && { sealed: sealed.with(100, 1 ^ (sealed[100] ?? 0)) }),
    }));
    await adas.say('Tea at six');
    await expect(cleos.message('This message cannot be opened.')).toHaveCount(1);

    server.rewrite((message) => ({ ...message, sequence: message.sequence + 10 }));
    await adas.say('Shall I bring cake?');
    await expect(cleos.message('Shall I bring cake?')).toBeVisible();
    server.repent();
    await adas.say('Or rather not?');
    await expect(cleos.message('Or rather not?')).toContainText(moved);
    await expect(cleos.message('Shall I bring cake?')).not.toContainText(moved);

    // What was said once comes again, in the place of what is said now.
    server.rewrite(({ sequence, revision }) => ({ ...(said[0] as ChatMessage), sequence, revision }));
    await adas.say('No tea today');
    await expect(cleos.message('Tea at five')).toContainText(moved);
    await expect(cleos.log.getByRole('article')).toContainText([
      'This message cannot be opened.',
      'Or rather not?',
      'Tea at five',
      'Shall I bring cake?',
    ]);
    await expect(cleos.log.getByRole('article')).toHaveCount(4);
    await lookInTurn(page, 'messages-moved');
  });

  await test.step('a name that is given to another is noticed by whoever knew both', async () => {
    server.swapNames('Ada', 'Ben');
    await ada.page.keyboard.press('Escape');
    await ada.page.getByRole('button', { name: 'Mute', exact: true }).click();
    await expect(page.getByText('Ben has another key than last time.')).toBeVisible();
  });

  await test.step('where it tells the truth, they are heard', async () => {
    server.repent();
    await ada.page.getByRole('button', { name: 'Unmute', exact: true }).click();
    // From the room's own page only the key in the address would change, and nothing be loaded.
    await page.goto('about:blank');
    await cleo.join(room);
    await hears(cleo).toEqual([tones.Ada, tones.Ben]);
    await expect(page.locator('[data-trust]')).toHaveCount(0);
  });

  await keeper.leave();
});
