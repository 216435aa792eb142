import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { GuessBook } from './guess-book.ts';

function miss(book: GuessBook, times: number): void {
  for (let count = 0; count < times; count++) {
    book.guessed('den', `prefix ${count}`);
    book.missed('den');
  }
}

test('each few wrong answers make the next one a bit harder, in that room, up to a point, for a minute', () => {
  const clock = new ManualClock();
  const book = new GuessBook(clock);
  expect(book.bits('den')).toBe(limits.challengeBitsLeast);
  miss(book, limits.wrongProofsPerBit - 1);
  expect(book.bits('den')).toBe(limits.challengeBitsLeast);
  miss(book, 1);
  expect(book.bits('den')).toBe(limits.challengeBitsLeast + 1);
  miss(book, 500);
  expect(book.bits('den')).toBe(limits.challengeBitsMost);
  expect(book.bits('attic')).toBe(limits.challengeBitsLeast);
  clock.advance(60_000);
  expect(book.bits('den')).toBe(limits.challengeBitsLeast);
});

test('a prefix waits after its few, everybody after many, and as long as is told', () => {
  const clock = new ManualClock();
  const book = new GuessBook(clock);
  for (let count = 0; count < limits.wrongProofsPerPrefix; count++) {
    expect(book.waitMs('den', 'here')).toBe(0);
    book.guessed('den', 'here');
  }
  expect(book.waitMs('den', 'there')).toBe(0);
  expect(book.waitMs('attic', 'here')).toBe(0);
  clock.advance(book.waitMs('den', 'here'));
  expect(book.waitMs('den', 'here')).toBe(0);
  miss(book, limits.wrongProofsPerRoom);
  expect(book.waitMs('den', 'elsewhere')).toBeGreaterThan(0);
  expect(book.waitMs('attic', 'elsewhere')).toBe(0);
});

test('who was right has guessed nothing', () => {
  const book = new GuessBook(new ManualClock());
  for (let count = 0; count < 2 * limits.wrongProofsPerRoom; count++) {
    book.guessed('den', 'here');
    book.forgive('den', 'here');
  }
  expect(book.waitMs('den', 'here')).toBe(0);
});
