import { newIdentity } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { changePassword, createPrivateRoom, linkFragment } from '@earshot/client/private';
import type { Page } from '@playwright/test';
import { expect, test } from '../src/gathering.ts';
import { lookInTurn } from '../src/looks.ts';
import { Robot } from '../src/node/robot.ts';
import { Operator } from '../src/operator.ts';
import { makePrivateRoom } from '../src/private-door.ts';
import { killWorkers, trackWorkers } from '../src/workers.ts';

const newKey = () => crypto.getRandomValues(new Uint8Array(32));

test('what goes wrong in an encrypted room is said in words, and mended where that can be', async ({
  arrive,
  room,
  baseURL,
}) => {
  const server = baseURL ?? '';
  const ada = await arrive({ name: 'Ada', hz: 440 });
  const { page } = ada;
  const show = (screen: string) => lookInTurn(page, screen);
  const robots: Robot[] = [];
  const join = async (name: string, linkKey: Uint8Array<ArrayBuffer>) => {
    const robot = await Robot.join({ server, room, name, secret: { linkKey }, identity: newIdentity() });
    robots.push(robot);
    return robot;
  };
  await trackWorkers(page);
  try {
    await test.step('one makes an open room that is encrypted, and finds the key in its link', async () => {
      await page.goto('/');
      await page.getByRole('textbox', { name: 'Name a room' }).fill(room);
      await page.getByRole('button', { name: 'Set it up' }).click();
      await page.getByRole('switch', { name: 'End-to-end encrypted' }).click();
      await show('encrypted-set-up');
      await page.getByRole('button', { name: 'Create the room' }).click();
      await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
      await page.getByRole('button', { name: 'Join', exact: true }).click();
      await expect(ada.tile('Ada')).toBeVisible();
    });
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const shown = page.getByRole('dialog').getByText(/#k=[\w-]{43}$/);
    const [, text = ''] = /#k=(.*)$/.exec((await shown.first().textContent()) ?? '') ?? [];
    const linkKey = Uint8Array.from(Buffer.from(text, 'base64url'));
    expect(linkKey).toHaveLength(32);
    await page.keyboard.press('Escape');

    await test.step('whoever has half of the link is told so in the lobby, before they choose anything', async () => {
      const half = await page.context().newPage();
      await half.goto(`/r/${room}`);
      await expect(half.getByText('This link is not whole.')).toBeVisible();
      await lookInTurn(half, 'encrypted-half-link');
      await half.getByRole('textbox', { name: 'The whole link' }).fill(`${server}/r/${room}#k=${text}`);
      await expect(half.getByRole('button', { name: 'Join', exact: true })).toBeFocused();
      await expect(half.getByText('The link is whole now: you can go in.')).toBeVisible();
      await half.close();
    });

    await test.step('somebody without the key of the room, and somebody with another key than before', async () => {
      const ben = await join('Ben', linkKey);
      await expect(ada.tile('Ben')).toBeVisible();
      await ben.leave();
      await expect(ada.tile('Ben')).toHaveCount(0);
      await join('Ben', linkKey);
      await join('Cleo', newKey());
      await expect(page.getByText('Cleo is not verified.')).toBeVisible();
      await expect(page.getByText('Ben has another key than last time.')).toBeVisible();
      await show('encrypted-doubts');
    });

    await test.step('what encrypts dies, and coming in anew mends it', async () => {
      await killWorkers(page);
      const stopped = page.getByText('Your microphone is off: encryption stopped.');
      await expect(stopped).toBeVisible();
      await show('encryption-stopped');
      await page.getByRole('button', { name: 'Rejoin' }).click();
      await expect(stopped).toHaveCount(0);
      await expect(ada.tile('Ada')).toHaveAttribute('data-microphone', 'muted');
    });
  } finally {
    await Promise.all(robots.map((robot) => robot.leave()));
  }
});

test('the door of a private room says what it takes, and whose fault it is', async ({ arrive, baseURL }) => {
  const server = baseURL ?? '';
  const ada = await arrive({ name: 'Ada', hz: 440 });
  const { page } = ada;
  const show = (screen: string) => lookInTurn(page, screen);
  const robots: Robot[] = [];
  const join = async (at: { room: string; secret: object }, name: string) => {
    const robot = await Robot.join({ server, ...at, name });
    robots.push(robot);
    return robot;
  };
  const open = async (link: string) => {
    // From the room's own page only the key in the address would change, and nothing be loaded.
    await page.goto('about:blank');
    await page.goto(link);
  };
  const engine = nodeEngine();
  const identity = newIdentity();
  const options = { server, engine, mode: 'link' as const, meta: { name: 'Choir', topic: '' } };
  const create = () => createPrivateRoom({ ...options, identity });
  const linkOf = ({ room, secret }: { room: string; secret: { linkKey?: Uint8Array } }) =>
    `/r/${room}${linkFragment(secret.linkKey ?? newKey())}`;
  const records = await tamperWithRecords(page);

  try {
    await test.step('one makes a room that opens with its link alone', async () => {
      await makePrivateRoom(ada, {
        name: 'Reading circle',
        way: 'Secret link',
        look: (screen) => show(`${screen}-link`),
      });
      await expect(page.getByRole('heading', { name: 'Reading circle' })).toBeVisible();
    });

    const made = await create();
    const olga = await join(made, 'Olga');
    await test.step('a forged record, and half a link', async () => {
      records.forge();
      await open(linkOf(made));
      await expect(page.getByText('This server shows a forged room.')).toBeVisible();
      await show('private-forged');
      records.pass();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('textbox', { name: 'Your name' })).toBeVisible();
      await open(`/r/${made.room}`);
      await expect(page.getByText('This link is not whole.')).toBeVisible();
      await show('private-half-link');
      await page.getByRole('textbox', { name: 'The whole link' }).fill(`${server}${linkOf(made)}`);
      await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
      await page.getByRole('button', { name: 'Join', exact: true }).click();
      await expect(ada.tile('Olga')).toBeVisible();
    });

    await test.step('the link is changed, and the old record brought again', async () => {
      const next = await changePassword({ ...made, ...options, room: olga.room });
      const asked = page.getByRole('dialog', { name: 'The secret link was changed' });
      await expect(asked.getByRole('timer')).toContainText('sec');
      await show('private-prove-link');
      const link = linkOf({ room: made.room, secret: next.secret });
      await asked.getByRole('textbox', { name: 'The whole link' }).fill(`${server}${link}`);
      await asked.getByRole('button', { name: 'Stay in the room' }).click();
      await expect(asked).toHaveCount(0);
      records.replay();
      await open(link);
      await expect(page.getByText('This server shows an old state of the room.')).toBeVisible();
      await show('private-rolled-back');
      records.pass();
    });

    await test.step('the operator sees that there is a private room, and not what it is called', async () => {
      const operator = new Operator(page);
      await operator.signIn();
      const rooms = await operator.open('Rooms');
      await expect(rooms.getByText('Private room').first()).toBeVisible();
      await expect(rooms.getByText(made.room)).toHaveCount(0);
      await show('operator-private');
      await expect(page.getByText('Choir')).toHaveCount(0);
    });

    await test.step('a wrong link is told before the lobby; after too many wrong answers from an address, it waits', async () => {
      const other = await create();
      const guesses = Array.from({ length: 4 }, () =>
        join({ ...other, secret: { linkKey: newKey() } }, 'Eve'),
      );
      const refused = await Promise.allSettled(guesses);
      expect(refused.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
      await open(linkOf({ ...other, secret: {} }));
      await expect(page.getByText('This link does not open the room.')).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveCount(0);
      await expect(page.getByRole('textbox', { name: 'The whole link' })).toBeFocused();
      await show('private-wrong-link');
      await page.getByRole('textbox', { name: 'The whole link' }).fill(`${server}${linkOf(other)}`);
      await expect(page.getByText('There were too many wrong answers.')).toBeVisible();
      await expect(page.getByRole('timer')).toContainText('sec');
      await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
      await show('private-locked-out');
    });
  } finally {
    await Promise.all(robots.map((robot) => robot.leave()));
  }
});

/** Changes the records that the server shows this page from now on: one bit of each, or to the first one seen. */
async function tamperWithRecords(page: Page) {
  /** In base64url, of 160 bytes. */
  const length = 214;
  let how: 'pass' | 'forge' | 'replay' = 'pass';
  let first: Buffer | undefined;
  await page.routeWebSocket(/\/signal$/, (client) => {
    const upstream = client.connectToServer();
    client.onMessage((message) => upstream.send(message));
    upstream.onMessage((message) => {
      const frame = Buffer.from(message);
      const name = frame.indexOf('record');
      // Behind its name stands, in MessagePack, that a text comes, and how long it is.
      const at = name + 'record'.length + 2;
      if (name >= 0 && frame[at - 1] === length) {
        if (how === 'forge') frame[at + 100] = frame[at + 100] === 65 ? 66 : 65;
        if (how === 'replay') first?.copy(frame, at);
        if (how === 'pass') first ??= Buffer.from(frame.subarray(at, at + length));
      }
      client.send(frame);
    });
  });
  return {
    pass: () => {
      how = 'pass';
    },
    forge: () => {
      how = 'forge';
    },
    replay: () => {
      how = 'replay';
    },
  };
}
