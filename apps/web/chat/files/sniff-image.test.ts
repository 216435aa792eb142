import { expect, test } from '@jest/globals';
import { sniffImage } from './sniff-image.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
  ['GIF89a\x01\0', 'image/gif'],
  ['GIF87a\x01\0', 'image/gif'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x1cftypavif\0\0\0\0mif1miafavif', 'image/avif'],
  ['\0\0\0\x1cftypmif1\0\0\0\0avifmif1miaf', 'image/avif'],
])('%j is a picture', (head, mime) => {
  expect(sniffImage(bytes(head))).toBe(mime);
});

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">',
  '<?xml version="1.0"?><svg>',
  '<!doctype html><script>',
  'RIFF\x10\0\0\0WAVEfmt ',
  '\0\0\0\x20ftypisom\0\0\0\0isomavc1mp41',
  '%PDF-1.7',
  'PNG',
  ' GIF89a',
  '',
])('%j is not', (head) => {
  expect(sniffImage(bytes(head))).toBeUndefined();
});
