import { expect, test } from '@jest/globals';
import { bestEncoding } from './best-encoding.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['gzip;q=1.0, br;q=0.1', 'gzip'],
  ['*', 'br'],
  ['br;q=nonsense', 'identity'],
  ['identity', 'identity'],
] as const)('who accepts %s gets %s', (header, encoding) => {
  expect(bestEncoding(header, ['br', 'gzip'])).toBe(encoding);
});
