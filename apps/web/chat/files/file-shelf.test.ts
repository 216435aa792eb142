import type { FileOffer, Room, Transfer, TransferSnapshot } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { message } from '../testing/message.ts';
import { FileShelf, fileShelf } from './file-shelf.ts';

const offer: FileOffer = {
  id: 'abcdefghijklmnop',
  name: 'contract.pdf',
  sizeBytes: 4,
  mime: 'application/pdf',
  sha256: '1'.repeat(64),
};
const forged: FileOffer = { ...offer, name: 'x.pdf', sha256: '2'.repeat(64) };
const by = (id: string) => message({ author: { id, name: id, key: '' }, own: id === 'me' });

function shelfOf(): FileShelf {
  const files = {
    offer: async () => offer,
    fetch: () => ({ snapshot: { at: 'waiting', receivedBytes: 0, totalBytes: 4 } }) as Transfer,
  };
  return new FileShelf({ files, chat: { send: () => {} } } as unknown as Room);
}

test("a file is never shown under somebody else's offer, even where both have the same id", () => {
  const shelf = shelfOf();
  shelf.fetch(by('mallory'), forged);
  shelf.fetch(by('mallory'), offer);
  expect(shelf.transfer(by('mallory'), forged)).toBeDefined();
  expect(shelf.transfer(by('alice'), offer)).toBeUndefined();
  shelf.fetch(by('alice'), offer);
  expect(shelf.transfer(by('alice'), offer)).not.toBe(shelf.transfer(by('mallory'), offer));
});

test("one's own file is only what one has sent oneself", async () => {
  const shelf = shelfOf();
  const file = new File(['abcd'], 'contract.pdf');
  await shelf.send([file], { text: '' });
  expect(shelf.own(by('me'), offer)).toBe(file);
  expect(shelf.own(by('mallory'), offer)).toBeUndefined();
  expect(shelf.own(by('me'), forged)).toBeUndefined();
});

test('the file of a message that was held goes with the one that is written instead, and is offered as that one only', async () => {
  const withdrawn: string[] = [];
  const files = { offer: async () => offer, withdraw: (id: string) => withdrawn.push(id) };
  const shelf = new FileShelf({ files, chat: { send: () => {} } } as unknown as Room);
  const file = new File(['abcd'], 'contract.pdf');
  await shelf.send([file], { text: 'too many links' });
  const held = message({ own: true, state: 'failed', file: offer });
  expect(shelf.takeBack(message({ own: true, state: 'failed' }))).toBeUndefined();
  expect(shelf.takeBack(held)).toBe(file);
  expect(withdrawn).toEqual([offer.id]);
  expect(shelf.takeBack(held)).toBeUndefined();
});

test('who comes back to a room finds the same shelf, and says there what is sent from now on', async () => {
  const said: string[] = [];
  const roomOf = (name: string, connection: string) =>
    ({
      snapshot: { room: { name } },
      files: { offer: async () => offer },
      chat: { send: () => said.push(connection) },
    }) as unknown as Room;
  const shelf = fileShelf(roomOf('tea-house', 'first'));
  const back = fileShelf(roomOf('tea-house', 'second'));
  expect(back).toBe(shelf);
  await back.send([new File(['abcd'], 'contract.pdf')], { text: '' });
  expect(said).toEqual(['second']);
  expect(fileShelf(roomOf('library', 'third'))).not.toBe(shelf);
});

test('a file that was asked for by a press is handed over once, when it is whole', () => {
  let snapshot: TransferSnapshot = { at: 'waiting', receivedBytes: 0, totalBytes: 4 };
  const listeners = new Set<() => void>();
  const become = (next: TransferSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  const transfer = {
    get snapshot() {
      return snapshot;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Transfer;
  const shelf = new FileShelf({ files: { fetch: () => transfer } } as unknown as Room);
  const kept: Blob[] = [];
  shelf.fetch(by('alice'), offer, { onWhole: (file) => kept.push(file) });
  become({ at: 'moving', receivedBytes: 2, totalBytes: 4 });
  expect(kept).toEqual([]);
  const blob = new Blob(['abcd']);
  become({ at: 'done', receivedBytes: 4, totalBytes: 4, blob });
  become({ at: 'done', receivedBytes: 4, totalBytes: 4, blob });
  expect(kept).toEqual([blob]);
});
