import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limits } from '../limits.ts';
import { checkProperty } from '../testing/check-property.ts';
import { graphemes } from '../text.ts';
import { cleanFileName, FileOffer } from './file-offer.ts';

test.each([
  ['photo.png', 'photo.png'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Ann\\letter.docx', 'letter.docx'],
  ['/', 'file'],
  ['', 'file'],
  ['...', 'file'],
  ['.bashrc', 'bashrc'],
  ['a\u0000b\n.txt', 'ab .txt'],
  ['gpj\u202egnp.exe', 'gpjgnp.exe'],
  ['what? "this": <that>|*.md', 'what_ _this__ _that___.md'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['name. ', 'name'],
  ['Ảnh nghỉ mát 🏖️.heic', 'Ảnh nghỉ mát 🏖️.heic'],
  [`${'x'.repeat(500)}.tar.gz`, `${'x'.repeat(limits.fileNameGraphemes - 3)}.gz`],
])('%j is saved as %j', (typed, clean) => {
  expect(cleanFileName(typed)).toBe(clean);
});

test('whatever a file is called, its name is safe and can be offered', () =>
  checkProperty(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 })),
      (typed) => {
        const name = cleanFileName(typed);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[/\\\u202a-\u202e\u2066-\u2069\p{Cc}]|^\./u);
        expect(graphemes(name)).toBeLessThanOrEqual(limits.fileNameGraphemes);
        const offer = { id: 'abcdefghijklmnop', name, sizeBytes: 0, mime: '', sha256: '0'.repeat(64) };
        expect(FileOffer.safeParse(offer)).toMatchObject({ success: true, data: { name } });
      },
    ),
    300,
  ));

test('an offer is of a file that is not too large, with a hash and a plain type', () => {
  const offer = {
    id: 'abcdefghijklmnop',
    name: 'a',
    sizeBytes: 1,
    mime: 'image/png',
    sha256: '0'.repeat(64),
  };
  expect(FileOffer.safeParse(offer).success).toBe(true);
  for (const change of [
    { sizeBytes: limits.fileBytes + 1 },
    { sizeBytes: -1 },
    { mime: 'text/html;x=<script>' },
    { sha256: '0' },
    { id: 'short' },
  ]) {
    expect(FileOffer.safeParse({ ...offer, ...change }).success).toBe(false);
  }
});
