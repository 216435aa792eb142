import { expect, test } from '@jest/globals';
import { originAllowed } from './origin.ts';

test.each([
  ['https://talk.example', 'talk.example', true],
  ['http://localhost:3000', 'localhost:3000', true],
  ['http://[::1]:3000', '[::1]:3000', true],
  ['https://friend.example', 'talk.example', true],
  ['https://talk.example', 'TALK.example', true],
  ['https://evil.example', 'talk.example', false],
  ['http://localhost:3001', 'localhost:3000', false],
  ['null', 'talk.example', false],
  ['', 'talk.example', false],
  [undefined, 'talk.example', false],
  ['https://talk.example', undefined, false],
])('origin %s at host %s: %s', (origin, host, allowed) => {
  expect(originAllowed({ origin, host }, ['https://friend.example'])).toBe(allowed);
});
