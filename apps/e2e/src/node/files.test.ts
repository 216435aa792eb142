import { createHash, randomBytes } from 'node:crypto';
import type { Transfer } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { eventually } from './eventually.ts';
import type { Robot } from './robot.ts';
import { RobotHouse } from './robot-house.ts';

const megabyte = 1_000_000;

const house = RobotHouse.open();

async function join(room: string, name: string, hz?: number): Promise<Robot> {
  const robot = await house.join({ room, name, ...(hz ? { hz } : {}) });
  await eventually(() => robot.room.chat.snapshot.path, 'data_channel');
  return robot;
}

/** A file as a browser gives it. */
function file(sizeBytes: number, name = 'photo.png') {
  const bytes = randomBytes(sizeBytes);
  return { file: Object.assign(new Blob([bytes], { type: 'image/png' }), { name }), bytes };
}

async function ended(transfer: Transfer): Promise<Transfer['snapshot']> {
  const { promise, resolve } = Promise.withResolvers<Transfer['snapshot']>();
  const look = () => {
    if (['done', 'failed', 'cancelled'].includes(transfer.snapshot.at)) resolve(transfer.snapshot);
  };
  const undo = transfer.subscribe(look);
  look();
  return promise.finally(undo);
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hashOfBlob = async (blob: Blob | undefined) =>
  hashOf(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer()));

/** The largest file there is goes from browser to browser in `journeys/data.spec.ts`. */
test('12 MB arrive whole, with their hash, while a voice goes on', async () => {
  const owner = await join('large', 'Owner', 440);
  const reader = await join('large', 'Reader');
  const { file: large, bytes } = file(12 * megabyte, '../../etc/\u202egnp.exe');
  const offer = await owner.room.files.offer(large);
  expect(offer).toMatchObject({
    name: 'gnp.exe',
    sizeBytes: 12 * megabyte,
    mime: 'image/png',
    sha256: hashOf(bytes),
  });
  owner.room.chat.send({ text: '', file: offer });
  await eventually(() => reader.room.chat.snapshot.messages[0]?.file, offer);
  const transfer = reader.room.files.fetch(offer, owner.id);
  await reader.waitToHear({ [owner.id]: [440] });
  const heard: boolean[] = [];
  const listening = setInterval(() => {
    heard.push(performance.now() - reader.lastHeardAtMs(owner.id) < 500);
  }, 20);
  const { at, blob, error } = await ended(transfer);
  clearInterval(listening);
  expect({ at, error }).toEqual({ at: 'done', error: undefined });
  expect(blob?.type).toBe('application/octet-stream');
  expect(await hashOfBlob(blob)).toBe(offer.sha256);
  // A busy machine has its own hiccups.
  expect(heard.filter(Boolean).length).toBeGreaterThan(0.9 * heard.length);
}, 120_000);

test('several files at once, one of them cancelled, one withdrawn, one that is not what was offered', async () => {
  const owner = await join('several', 'Owner');
  const reader = await join('several', 'Reader');
  const offers = await Promise.all(
    [1, 1, 1, 1, 1, 0].map((size) => owner.room.files.offer(file(size * megabyte).file)),
  );
  const [one, two, three, four, withdrawn, empty] = offers as [
    (typeof offers)[0],
    ...(typeof offers)[0][],
  ] as (typeof offers)[0][];
  owner.room.files.withdraw(withdrawn?.id as string);
  const fetch = (offer: (typeof offers)[0] | undefined, changes = {}) =>
    reader.room.files.fetch({ ...(offer as (typeof offers)[0]), ...changes }, owner.id);
  const cancelled = fetch(two);
  const all = [
    fetch(one),
    cancelled,
    fetch(three),
    fetch(four, { sha256: '0'.repeat(64) }),
    fetch(withdrawn),
    fetch(empty),
  ];
  cancelled.cancel();
  const ends = await Promise.all(all.map(ended));
  expect(ends.map(({ at, error }) => error?.error ?? at)).toEqual([
    'done',
    'cancelled',
    'done',
    'file_changed',
    'file_gone',
    'done',
  ]);
  expect(await hashOfBlob(ends[2]?.blob)).toBe(three?.sha256);
});

test('a file too large is not offered', async () => {
  const owner = await join('too-large', 'Owner');
  await expect(owner.room.files.offer(file(50 * megabyte + 1).file)).rejects.toMatchObject({
    error: 'file_too_large',
  });
});
