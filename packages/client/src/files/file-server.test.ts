import { type FileFrame, limits, type MemberId } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { FileServer } from './file-server.ts';
import { OfferedFiles } from './offered-files.ts';

const read = (id: string, from: number, length: number): FileFrame => ({ do: 'read', id, from, length });

const aWhile = (waitMs = 20) => new Promise((resolve) => setTimeout(resolve, waitMs));

async function serverWith(sizeBytes: number) {
  const files = new OfferedFiles();
  const offer = await files.add(Object.assign(new Blob([new Uint8Array(sizeBytes)]), { name: 'a.bin' }));
  const sent: { to: MemberId; frame: FileFrame }[] = [];
  let more = Promise.withResolvers<void>();
  const server = new FileServer({
    files,
    send: async (to, frame) => {
      sent.push({ to, frame });
    },
    room: () => more.promise,
  });
  /** Lets go out what is waiting, of which there are so many frames in all, and no more for a while. */
  const flow = async (frames: number) => {
    more.resolve();
    for (let looks = 0; sent.length < frames && looks < 5_000; looks++) await aWhile(1);
    await aWhile();
    more = Promise.withResolvers();
  };
  return { server, files, id: offer.id, sent, flow };
}

test('those who read at the same time get their chunks in turn', async () => {
  const { server, id, sent, flow } = await serverWith(200_000);
  server.take('bob', read(id, 0, limits.fileReadBytes));
  server.take('bob', read(id, limits.fileReadBytes, limits.fileReadBytes));
  server.take('cat', read(id, 0, limits.fileReadBytes));
  await flow(15);
  // The first was on its way before the second reader asked.
  expect(sent.slice(1, 7).map(({ to }) => to)).toEqual(['bob', 'cat', 'bob', 'cat', 'bob', 'cat']);
  const bytes = (to: MemberId) =>
    sent.flatMap((each) => (each.to === to && each.frame.do === 'bytes' ? [each.frame.bytes.length] : []));
  const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
  expect([sum(bytes('bob')), sum(bytes('cat'))]).toEqual([2 * limits.fileReadBytes, limits.fileReadBytes]);
  expect(Math.max(...bytes('bob'))).toBe(limits.fileChunkBytes);
});

test('nothing goes out while there is no room, and no more after a stop', async () => {
  const { server, id, sent, flow } = await serverWith(100_000);
  server.take('bob', read(id, 0, limits.fileReadBytes));
  await aWhile();
  expect(sent).toEqual([]);
  server.take('bob', { do: 'stop', id });
  await flow(0);
  expect(sent).toEqual([]);
});

test('a file that is unknown, withdrawn or shorter than thought is gone', async () => {
  const { server, files, id, sent, flow } = await serverWith(10);
  server.take('bob', read('unknown-unknown-', 0, 5));
  server.take('bob', read(id, 10, 5));
  files.remove(id);
  server.take('bob', read(id, 0, 5));
  await flow(3);
  expect(sent.map(({ frame }) => frame.do)).toEqual(['gone', 'gone', 'gone']);
});

test('who has a place among the readers keeps it, and who has got all leaves it to the next', async () => {
  const { server, id, sent, flow } = await serverWith(1_000);
  for (let i = 0; i < 32; i++) server.take(`reader ${i}`, read(id, 0, 100));
  server.take('reader 0', read(id, 100, 100));
  server.take('one too many', read(id, 0, 100));
  await flow(33);
  expect(sent.filter(({ to }) => to === 'reader 0').length).toBe(2);
  expect(sent.filter(({ to }) => to === 'one too many').length).toBe(0);
});

test('the place of a reader who has got all is free at once', async () => {
  const { server, id, sent, flow } = await serverWith(1_000);
  for (let i = 0; i < 32; i++) server.take(`reader ${i}`, read(id, 0, 100));
  const push = sent.push.bind(sent);
  sent.push = (...each) => {
    const count = push(...each);
    if (count === 1) server.take('next', read(id, 0, 100));
    return count;
  };
  await flow(33);
  expect(sent.filter(({ to }) => to === 'next').length).toBe(1);
});
