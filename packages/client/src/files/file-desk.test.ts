import { type FileFrame, type FileOffer, topics, writeContent } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { DataLine } from '../data/data-line.ts';
import { FileDesk } from './file-desk.ts';
import { openSha256 } from './sha256.ts';

const id = 'abcdefghijklmnop';
const sha256 = '9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a';
const clock = { nowMs: () => 0, wallMs: () => 0, after: () => () => {}, every: () => () => {} };
const offer = (about: Partial<FileOffer> = {}): FileOffer => ({
  id,
  name: 'contract.pdf',
  sizeBytes: 4,
  mime: 'application/pdf',
  sha256,
  ...about,
});
const bytes = (...values: number[]): FileFrame => ({
  do: 'bytes',
  id,
  at: 0,
  bytes: Uint8Array.from(values),
});

test("whoever offers a file with somebody else's id has nothing to do with the other's file", async () => {
  const desk = new FileDesk({ clock });
  const members = ['mallory', 'alice'].map((name) => ({ id: name, key: '' }));
  const asked: unknown[] = [];
  const bothAsked = Promise.withResolvers<void>();
  const line = {
    queuedBytes: 0,
    post: async (topic: string, _content: Uint8Array, to: readonly number[]) => {
      asked.push([topic, ...to]);
      if (asked.length === 2) bothAsked.resolve();
    },
  } as unknown as DataLine;
  desk.attach({
    line,
    seats: { seatOf: (member: string) => members.findIndex((each) => each.id === member) } as never,
    members: () => members,
  });
  const forged = desk.fetch(offer({ name: 'x.pdf', sha256: '2'.repeat(64) }), 'mallory');
  const meant = desk.fetch(offer(), 'alice');
  expect(meant).not.toBe(forged);
  expect(desk.fetch(offer(), 'alice')).toBe(meant);
  await bothAsked.promise;
  expect(asked).toEqual([
    [topics.file, 0],
    [topics.file, 1],
  ]);

  desk.take('mallory', writeContent(bytes(6, 6, 6, 6)));
  expect([forged.snapshot.at, meant.snapshot.at]).toEqual(['failed', 'waiting']);
  desk.take('mallory', writeContent({ do: 'gone', id }));
  expect(meant.snapshot.at).toBe('waiting');
  desk.take('alice', writeContent(bytes(1, 2, 3, 4)));
  expect(meant.snapshot.at).toBe('done');
});

test('an empty file that is cancelled before anything could begin stays cancelled', async () => {
  const desk = new FileDesk({ clock });
  const nothing = (await openSha256()).digest();
  const transfer = desk.fetch(offer({ sizeBytes: 0, sha256: nothing }), 'alice');
  const states: string[] = [];
  transfer.subscribe(() => states.push(transfer.snapshot.at));
  transfer.cancel();
  await openSha256();
  await new Promise((resolve) => setImmediate(resolve));
  expect(states).toEqual(['cancelled']);
});
