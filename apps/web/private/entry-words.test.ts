import type { RoomMode } from '@earshot/client/private';
import { afterEach, expect, jest, test } from '@jest/globals';
import { privateWords } from './entry-words.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

function arriveBy(type: NavigationTimingType) {
  jest
    .spyOn(performance, 'getEntriesByType')
    .mockReturnValue([{ type }] as unknown as ReturnType<typeof performance.getEntriesByType>);
}

test('what was right before is told apart by what the room takes now', () => {
  const what = (mode?: RoomMode) => privateWords('secret_changed', mode).what;
  expect(what()).toBe('shut.password_changed');
  expect([what('password'), what('link'), what('both')]).toEqual([
    'shut.password_changed',
    'shut.key_changed',
    'shut.either_changed',
  ]);
  for (const mode of ['password', 'link', 'both'] as const) {
    expect(what(mode)).not.toBe(privateWords('wrong_password', mode).what);
  }
});

test('a link without a key is called not whole', () => {
  arriveBy('navigate');
  expect(privateWords('no_link_key').what).toBe('shut.no_link_key');
});

test.each(['reload', 'back_forward'] as const)('after a %s it is the page that forgot the key', (type) => {
  arriveBy(type);
  expect(privateWords('no_link_key').what).toBe('shut.forgot_key');
});
