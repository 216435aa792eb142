import { roomSlug } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roomFromPath, roomPath } from '../home/room-link.ts';
import { plainRoomName } from './room-name-script.ts';

const most = 64;

test.each([
  ['/r/quiet-maple-37', 'quiet-maple-37'],
  ['/r/Quiet-Maple/', 'quiet-maple'],
  [roomPath('phòng-trà-của-ada'), 'phòng-trà-của-ada'],
  [roomPath('茶室-7'), '茶室-7'],
])('%s is told at a glance', (path, name) => {
  expect(plainRoomName(path, most)).toBe(name);
});

test.each(['/', '/r', '/r/', '/r/a/b', '/r/%', '/r/%20', '/r/a--b', '/r/-a', `/r/${'x'.repeat(65)}`])(
  '%s is left to the whole page',
  (path) => {
    expect(plainRoomName(path, most)).toBe('');
  },
);

test('what it tells is never another name than the page’s', () => {
  const letter = fc.oneof(
    fc.constantFrom(...'aZ09-_ .İıßΣςK\u0301\u0130\u1fb3ﬁ²Ⅷⅷクｱ\u115f\u3164\uffa0\u0e33\u0f77한ᄀ茶豈'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 70 }), (text) => {
      for (const name of [text, roomSlug(text)]) {
        if (!name.isWellFormed()) continue;
        const told = plainRoomName(roomPath(name), most);
        if (told !== '') expect(told).toBe(roomFromPath(roomPath(name)));
      }
    }),
    { numRuns: 2_000 },
  );
});
