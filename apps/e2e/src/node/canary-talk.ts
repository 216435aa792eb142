import { randomBytes } from 'node:crypto';
import { newIdentity, type Room } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { createPrivateRoom } from '@earshot/client/private';
import { expect } from '@jest/globals';
import { eventually } from './eventually.ts';

/** Letters that stand nowhere else. */
export const canary = (of: string) => `canary-${of}-${randomBytes(12).toString('hex')}`;

/** Makes a private room that takes a password and a link, each thing secret about it with letters of its own. */
export async function makeCanaryRoom(server: string) {
  const password = canary('password');
  const meta = { name: canary('meta-name'), topic: canary('meta-topic') };
  const identity = newIdentity();
  const made = await createPrivateRoom({
    server,
    engine: nodeEngine(),
    mode: 'both',
    password,
    meta,
    identity,
  });
  const { linkKey = new Uint8Array() } = made.secret;
  expect(linkKey).toHaveLength(32);
  return { made, password, meta, linkKey };
}

/** All there is to say in a room, each with letters of its own. */
export interface Said {
  readonly text: string;
  readonly post: string;
  readonly fileName: string;
  readonly fileContent: string;
}

export const said = (where: string): Said => ({
  text: canary(`${where}-text`),
  post: canary(`${where}-post`),
  fileName: `${canary(`${where}-name`)}.txt`,
  fileContent: canary(`${where}-file`),
});

/** One says it, and the other has it. */
export async function converse(
  one: Room,
  other: Room,
  { text, post, fileName, fileContent }: Said,
): Promise<void> {
  let heard = '';
  other.data('game').onMessage(({ bytes }) => {
    heard = new TextDecoder().decode(bytes);
  });
  one.chat.send({ text });
  await one.data('game').send(new TextEncoder().encode(post));
  await eventually(() => heard, post);
  const file = Object.assign(new Blob([fileContent.repeat(1_500)]), { name: fileName });
  one.chat.send({ text: '', file: await one.files.offer(file) });
  await eventually(() => other.chat.snapshot.messages.map((message) => message.text), [text, '']);
  const offered = other.chat.snapshot.messages.at(-1);
  if (!offered?.file) throw new Error('no file');
  expect(offered.file.name).toBe(fileName);
  const transfer = other.files.fetch(offered.file, offered.author.id);
  await eventually(() => transfer.snapshot.at, 'done', 30_000);
}
