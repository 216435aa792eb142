import { type FileFrame, limits, type MemberId } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { FileServer } from './file-server.ts';
import { OfferedFiles } from './offered-files.ts';

const read = (id: string, from: number, length: number): FileFrame => ({ do: 'read', id, from, length });

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
  /** Lets everything go out that is waiting. */
  const flow = async () => {
    more.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
    more = Promise.withResolvers();
  };
  return { server, files, id: offer.id, sent, flow };
}

test('those who read at the same time get their chunks in turn', async () => {
  const { server, id, sent, flow } = await serverWith(200_000);
  server.take('bob', read(id, 0, limits.fileReadBytes));
  server.take('bob', read(id, limits.fileReadBytes, limits.fileReadBytes));
  server.take('cat', read(id, 0, limits.fileReadBytes));
  await flow();
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
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(sent).toEqual([]);
  server.take('bob', { do: 'stop', id });
  await flow();
  expect(sent).toEqual([]);
});

test('a file that is unknown, withdrawn or shorter than thought is gone', async () => {
  const { server, files, id, sent, flow } = await serverWith(10);
  server.take('bob', read('unknown-unknown-', 0, 5));
  server.take('bob', read(id, 10, 5));
  files.remove(id);
  server.take('bob', read(id, 0, 5));
  await flow();
  expect(sent.map(({ frame }) => frame.do)).toEqual(['gone', 'gone', 'gone']);
});
