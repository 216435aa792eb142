import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { SeatBook } from './seat-book.ts';

function bookWithLog() {
  const given: string[] = [];
  const book = new SeatBook((post, from) => given.push(`${from}: ${post.topic}`));
  const post = (seat: number, topic: string, sizeBytes = 1) =>
    book.take({ topic, from: seat, content: new Uint8Array(sizeBytes) });
  return { book, given, post };
}

test('who has been here longest is still known after a thousand others came and went', () => {
  const { book, given, post } = bookWithLog();
  book.add({ id: 'host', seat: 0 });
  for (let seat = 1; seat <= 1_500; seat++) {
    book.add({ id: `guest ${seat}`, seat });
    book.remove(`guest ${seat}`);
  }
  post(0, 'of the host');
  post(1_500, 'of the last guest');
  expect(given).toEqual(['host: of the host', 'guest 1500: of the last guest']);
  expect(book.idAt(1)).toBeUndefined();
});

test('posts of people who never come do not crowd out those of somebody on the way', () => {
  const { book, given, post } = bookWithLog();
  for (let seat = 100; seat < 110; seat++) post(seat, 'of nobody', limits.dataWindowBytes / 4);
  post(1, 'first');
  book.add({ id: 'alice', seat: 1 });
  expect(given).toEqual(['alice: first']);
});
