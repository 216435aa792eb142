import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newRecoveryBytes, readRecoveryCode, writeRecoveryCode } from './recovery-code.ts';
import { recoveryIdentity } from './recovery-identity.ts';

const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
const code = writeRecoveryCode(bytes);
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a code and its key are these', async () => {
  expect(code).toBe('008J-4CT4-ANK7-F24S-NAXW-SQFE-ZW81');
  expect(writeRecoveryCode(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-0000');
  expect((await recoveryIdentity(bytes)).key).toBe('WDLuEKUh8L-4NVGiLlzSSVN5C62wayX5WZ1VwCgDHOg');
});

test('whatever was written is read again, however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (some) => {
      const written = writeRecoveryCode(some);
      const typings = [
        written,
        written.toLowerCase(),
        written.replaceAll('-', ''),
        ` ${written.replaceAll('-', ' – ')}\n`,
      ];
      typings.push(written.replaceAll('0', 'o').replaceAll('1', 'l'), written.replaceAll('1', 'I'));
      for (const typed of typings) {
        expect(readRecoveryCode(typed)).toEqual({ at: 'right', bytes: Uint8Array.from(some) });
      }
    }),
  );
});

test('one wrong letter is found, wherever it is and whatever it is', () => {
  const letters = [...code.replaceAll('-', '')];
  for (const [place, right] of letters.entries()) {
    for (const wrong of [...alphabet].filter((each) => each !== right)) {
      expect(readRecoveryCode(letters.with(place, wrong).join(''))).toEqual({ at: 'wrong', why: 'checksum' });
    }
  }
});

test('two letters beside each other that changed places are found', () => {
  const letters = [...writeRecoveryCode(newRecoveryBytes()).replaceAll('-', '')];
  for (let place = 0; place < letters.length - 1; place += 1) {
    const [one = '', two = ''] = letters.slice(place, place + 2);
    if (one !== two) {
      expect(readRecoveryCode(letters.toSpliced(place, 2, two, one).join('')).at).toBe('wrong');
    }
  }
});

test.each([
  ['', { at: 'short', missing: 28 }],
  [code.slice(0, -1), { at: 'short', missing: 1 }],
  [`${code}0`, { at: 'wrong', why: 'long' }],
  [code.replace(/.$/, 'U'), { at: 'wrong', why: 'letter' }],
  ['пароль', { at: 'wrong', why: 'letter' }],
])('%j is no code, and why', (text, reading) => {
  expect(readRecoveryCode(text)).toEqual(reading);
});
