import { closeCodes } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { linkEnd, linkError, roomEnd } from './link-end.ts';

test.each([
  [1000, 'left', false, 'connection_lost'],
  [1001, 'server_stopping', true, 'server_stopping'],
  [1006, 'connection_lost', true, 'connection_lost'],
  [1003, 'failed', false, 'connection_lost'],
  [4409, 'connection_lost', true, 'connection_lost'],
  [4411, 'removed', false, 'connection_lost'],
  [4412, 'banned', false, 'banned'],
  [4413, 'barred', false, 'barred'],
  [4415, 'room_closed', false, 'connection_lost'],
  [4429, 'failed', false, 'rate_limited'],
  [4500, 'connection_lost', true, 'connection_lost'],
  [4999, 'connection_lost', true, 'connection_lost'],
])(
  'close code %i ends a room as %s, retryable %s, and a request with %s',
  (code, reason, retryable, error) => {
    const end = linkEnd(code, 'because');
    expect(roomEnd(end)).toMatchObject({ reason, retryable });
    expect(linkError(end)).toMatchObject({ error, detail: end.detail });
  },
);

test('every close of the table is retryable or not as the table says', () => {
  for (const [name, { code, retryable }] of Object.entries(closeCodes)) {
    expect([name, roomEnd(linkEnd(code, '')).retryable]).toEqual([name, retryable]);
  }
});

test('names what happened, as well as it is known', () => {
  expect(linkEnd(1001, 'whatever').detail).toBe('server_stopping');
  expect(linkEnd(1006, 'ECONNREFUSED').detail).toBe('ECONNREFUSED');
  expect(linkEnd(1006, '').detail).toBe('closed with 1006');
});
