import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkProperty } from '../testing/check-property.ts';
import { hex } from '../testing/hex.ts';
import { linkFragment, linkSecretOf, newLinkSecret } from './link-secret.ts';
import { newPassphrase, wordList } from './passphrase.ts';
import { passwordBytes } from './password.ts';

test('a link carries its secret there and back, and says when it was cut off', () => {
  const secret = newLinkSecret();
  const fragment = linkFragment(secret);
  expect(fragment).toMatch(/^#k=[\w-]{43}$/);
  expect(linkSecretOf(fragment)).toEqual(secret);
  expect(linkSecretOf('')).toBeUndefined();
  for (const broken of [fragment.slice(0, -1), `${fragment}A`, `${fragment.slice(0, -1)}*`, '#k=']) {
    expect(() => linkSecretOf(broken)).toThrow(expect.objectContaining({ code: 'malformed' }));
  }
});

test('a secret has one text only', () => {
  const fragment = linkFragment(new Uint8Array(32));
  expect(() => linkSecretOf(`${fragment.slice(0, -1)}B`)).toThrow(
    expect.objectContaining({ code: 'malformed' }),
  );
});

test('a passphrase is six words out of 7,776, no one of which begins another', async () => {
  const words = await wordList();
  expect(new Set(words).size).toBe(7_776);
  const sorted = [...words].sort();
  expect(sorted.filter((word, at) => sorted[at + 1]?.startsWith(word))).toEqual([]);
  const phrase = await newPassphrase();
  expect(phrase.split(' ')).toHaveLength(6);
  expect(phrase.split(' ').every((word) => words.includes(word))).toBe(true);
  expect(await newPassphrase()).not.toBe(phrase);
});

test('no word is likelier than another: numbers that would not divide evenly are drawn again', async () => {
  const words = await wordList();
  const draws = [0xff_ff_ff_ff, 7_775, 0, 7_776, 1, 2, 3];
  const phrase = await newPassphrase(() => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, draws.shift() as number);
    return bytes;
  });
  expect(phrase.split(' ')).toEqual([7_775, 0, 0, 1, 2, 3].map((at) => words[at]));
});

test('a password is the same however its letters are put together, and however many blanks are between', async () => {
  expect(passwordBytes('  café  au\tlait ')).toEqual(passwordBytes('cafe\u0301 au lait'));
  expect(hex(passwordBytes('Ab'))).not.toBe(hex(passwordBytes('ab')));
  for (const bad of ['', ' \n ', 'x'.repeat(1_025), '\ufdfa'.repeat(300)]) {
    expect(() => passwordBytes(bad)).toThrow(expect.objectContaining({ code: 'password_unusable' }));
  }
  await checkProperty(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (text) => {
      fc.pre(text.trim() !== '');
      const once = new TextDecoder().decode(passwordBytes(text));
      expect(passwordBytes(once)).toEqual(passwordBytes(text));
    }),
  );
});
