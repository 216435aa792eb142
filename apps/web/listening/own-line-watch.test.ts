import type { Room } from '@earshot/client';
import { expect, jest, test } from '@jest/globals';
import { ownLineOf } from './own-line-watch.ts';

jest.mock('@earshot/client', () => {
  throw new Error('the piece did not load');
});

// An unhandled rejection fails the test.
test('a line that cannot be watched counts as good', async () => {
  const watch = ownLineOf({} as Room);
  const stop = watch.subscribe(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  expect(watch.line).toBe('good');
  stop();
});
