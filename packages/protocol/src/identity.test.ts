import { expect, test } from '@jest/globals';
import { IdentityKey, IdentityProof, joinStatement } from './identity.ts';

const key = (last: string) => `${'b'.repeat(42)}${last}`;
const signature = (last: string) => `${'b'.repeat(85)}${last}`;

test('a key has one text only: what decodes to the same bytes is refused', () => {
  expect(IdentityKey.safeParse(key('A')).success).toBe(true);
  expect(Buffer.from(key('A'), 'base64url')).toEqual(Buffer.from(key('B'), 'base64url'));
  expect(IdentityKey.safeParse(key('B')).success).toBe(false);
});

test.each(['', 'b'.repeat(42), `${key('A')}=`, `${'+'.repeat(42)}A`, `${key('A')}\n`])(
  '%j is no key',
  (text) => {
    expect(IdentityKey.safeParse(text).success).toBe(false);
  },
);

test('a signature has one text only', () => {
  expect(IdentityProof.safeParse({ key: key('A'), signature: signature('Q') }).success).toBe(true);
  expect(IdentityProof.safeParse({ key: key('A'), signature: signature('R') }).success).toBe(false);
});

test('what is signed is this, byte by byte', () => {
  const bytes = joinStatement({ host: 'talk.example', room: 'ố', nonce: 'n' });
  expect(Buffer.from(bytes).toString('latin1')).toBe(
    `\0\0\0\x0fearshot join v1\0\0\0\x0ctalk.example\0\0\0\x03${Buffer.from('ố').toString('latin1')}\0\0\0\x01n`,
  );
});

test('parts that run together differently are different statements', () => {
  const one = joinStatement({ host: 'talk.example', room: 'ab', nonce: 'c' });
  const other = joinStatement({ host: 'talk.example', room: 'a', nonce: 'bc' });
  expect(one).not.toEqual(other);
});
