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

test('a link without a key is called not whole', () => {
  arriveBy('navigate');
  expect(privateWords('no_link_key').what).toBe('shut.no_link_key');
});

test.each(['reload', 'back_forward'] as const)('after a %s it is the page that forgot the key', (type) => {
  arriveBy(type);
  expect(privateWords('no_link_key').what).toBe('shut.forgot_key');
});
