import { expect, test } from '@jest/globals';
import { forget, parseRecents, visited } from './recents.ts';

const at = (room: string, visitedAtMs = 1) => ({ room, visitedAtMs });

test('the latest visit comes first and a room is listed once', () => {
  const recents = visited(visited(visited([], at('a')), at('b')), at('a', 9));
  expect(recents).toEqual([at('a', 9), at('b')]);
});

test('keeps eight rooms', () => {
  let recents: ReturnType<typeof parseRecents> = [];
  for (let index = 0; index < 20; index += 1) recents = visited(recents, at(`room-${index}`));
  expect(recents).toHaveLength(8);
  expect(recents[0]?.room).toBe('room-19');
});

test('forgets one', () => {
  expect(forget([at('a'), at('b')], 'a')).toEqual([at('b')]);
});

test.each([null, '', 'no json', '{}', '[1,null,{"room":""},{"room":"x"},{"room":3,"visitedAtMs":1}]'])(
  'reads %j as nothing',
  (stored) => {
    expect(parseRecents(stored)).toEqual([]);
  },
);

test('keeps what is ours among what is not', () => {
  expect(parseRecents(JSON.stringify([7, at('a')]))).toEqual([at('a')]);
});
