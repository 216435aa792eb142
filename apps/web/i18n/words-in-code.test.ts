import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const web = join(__dirname, '..');
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) =>
      /\.tsx?$/.test(path) &&
      !/\.test\.|^(node_modules|out|\.next|build|i18n\/(\w+\/|format\.ts|translate\.ts))/.test(path),
  )
  .map((path) => [path, readFileSync(join(web, path), 'utf8')] as const);

function finds(pattern: RegExp, where = /\.tsx$/): string[] {
  return sources
    .filter(([path]) => where.test(path))
    .flatMap(([path, source]) => [...source.matchAll(pattern)].map(([whole]) => `${path}: ${whole.trim()}`));
}

test('no words stand in the markup: they could not be translated', () => {
  const between = /(?<=[\w"'}]>\s*)(?!\s)[^<>{}=;()&|]*\p{L}{2,}[^<>{}=;()&|]*(?=<\/)/gu;
  const inAttributes =
    /\b(?:aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label)="[^"]*\p{L}{2}[^"]*"/gu;
  expect([...finds(between), ...finds(inAttributes)]).toEqual([]);
});

test('no error speaks for itself: it is known by its code and worded here', () => {
  expect(finds(/\{[^{}]*\b(?:error|failure|cause|problem|reason)\??\.message\b[^{}]*\}/g)).toEqual([]);
});

test('dates, numbers and lists are written in one place', () => {
  expect(finds(/\.toLocale(?:Date|Time)?String\(|new Intl\.(?!Segmenter|Collator)\w+/g, /\.tsx?$/)).toEqual(
    [],
  );
});
