import { expect, test } from '@jest/globals';
import { listOf, type Page, readAnew, type SteadyList, waitingIn, withMore } from './steady-list.ts';

const idOf = (item: string) => item;
const page = (items: string, next?: string): Page<string> => ({
  items: items.split(' ').filter(Boolean),
  next,
});

/** Lines in their order; what is gone stands in brackets. */
const shown = ({ lines }: SteadyList<string>) =>
  lines.map(({ item, gone }) => (gone ? `(${item})` : item)).join(' ');

test('what comes in above waits, and moves nothing', () => {
  const list = readAnew(listOf(page('b c')), page('a b c'), idOf);
  expect(shown(list)).toBe('b c');
  expect(waitingIn(list, idOf)).toBe(1);
  expect(shown(listOf(list.fresh))).toBe('a b c');
});

test('what comes in below moves nothing, and is shown', () => {
  const list = readAnew(listOf(page('a b')), page('a b c'), idOf);
  expect(shown(list)).toBe('a b c');
  expect(waitingIn(list, idOf)).toBe(0);
});

test('what is over stays in its place and is marked, until it is back', () => {
  const list = readAnew(listOf(page('a b c')), page('a c'), idOf);
  expect(shown(list)).toBe('a (b) c');
  expect(shown(readAnew(list, page('a b c'), idOf))).toBe('a b c');
});

test('all may be over at once', () => {
  const list = readAnew(listOf(page('a b')), page(''), idOf);
  expect(shown(list)).toBe('(a) (b)');
  expect(shown(readAnew(list, page('c'), idOf))).toBe('(a) (b)');
});

test('an empty list shows at once what comes', () => {
  expect(shown(readAnew(listOf(page('')), page('a b'), idOf))).toBe('a b');
});

test('what lies beyond the end of what was read is not taken for over', () => {
  const list = readAnew(listOf(page('a b c d', 'd')), page('x a c', 'c'), idOf);
  expect(shown(list)).toBe('a (b) c d');
});

test('the next page follows below, and nothing stands there twice', () => {
  const list = withMore(listOf(page('a b', 'b')), page('b c d'), idOf);
  expect(shown(list)).toBe('a b c d');
  expect(list.fresh.next).toBeUndefined();
});

test('the next page brings none of those that wait above', () => {
  const list = withMore(readAnew(listOf(page('b c', 'c')), page('a b c', 'c'), idOf), page('d'), idOf);
  expect(shown(list)).toBe('b c d');
  expect(waitingIn(list, idOf)).toBe(1);
});
