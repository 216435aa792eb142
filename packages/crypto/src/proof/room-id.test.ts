import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkProperty } from '../testing/check-property.ts';
import { counting, fromHex } from '../testing/hex.ts';
import { openRoomIdOf, parsePrivateRoomName, privateRoomName } from './room-id.ts';

test('a room id is written as base32 and read again', async () => {
  // RFC 4648 has `foobar` as MZXW6YTBOI; filled up with zeros it goes on with the letter a.
  const foobar = fromHex('666f6f62617200000000000000000000');
  expect(privateRoomName(foobar)).toBe('p-mzxw6ytboiaaaaaaaaaaaaaaaa');
  await checkProperty(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (id) => {
      expect(parsePrivateRoomName(privateRoomName(id))).toEqual(new Uint8Array(id));
    }),
  );
});

test('a room has one name, and what only looks like one is none', () => {
  const name = privateRoomName(counting(1, 16));
  const twin = `${name.slice(0, -1)}b`;
  for (const bad of [twin, name.toUpperCase(), name.slice(2), `${name}a`, 'standup', `p-${'1'.repeat(26)}`]) {
    expect(() => parsePrivateRoomName(bad)).toThrow(expect.objectContaining({ code: 'malformed' }));
  }
});

test('an open room has an id of its own kind', async () => {
  expect(await openRoomIdOf('standup')).toHaveLength(16);
  expect(await openRoomIdOf('standup')).not.toEqual(await openRoomIdOf('stand-up'));
});
