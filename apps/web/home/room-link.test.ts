import { expect, test } from '@jest/globals';
import { readableLink, roomFromPath, roomLink } from './room-link.ts';

test('a link leads to its room, whatever letters that has', () => {
  for (const room of ['quiet-maple-37', 'größe', '会议']) {
    const { origin, pathname } = new URL(roomLink('https://ear.test', room));
    expect(origin).toBe('https://ear.test');
    expect(roomFromPath(pathname)).toBe(room);
  }
});

test('a link to pass on is ASCII, a link to look at has letters', () => {
  expect(roomLink('https://ear.test', 'größe')).toBe('https://ear.test/r/gr%C3%B6%C3%9Fe');
  expect(readableLink('ear.test', 'größe')).toBe('ear.test/r/größe');
});

test('a path that cannot be read names no room', () => {
  for (const path of ['/', '/r/', '/r/%', '/x/room']) expect(roomFromPath(path)).toBe('');
});
