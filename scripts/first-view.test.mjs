import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { firstViewScripts } from './first-view.mjs';

let webRoot;
beforeEach(() => {
  webRoot = mkdtempSync(path.join(tmpdir(), 'earshot-first-view-'));
});
afterEach(() => rmSync(webRoot, { recursive: true }));

const read = (html) => {
  writeFileSync(path.join(webRoot, 'r.html'), html);
  return firstViewScripts(webRoot, 'r.html').map((file) => path.relative(webRoot, file));
};

test('counts each script that the page names, and none for browsers of old', () => {
  const html = [
    '<link rel="preload" as="script" href="/_next/a.js"/>',
    '<script src="/_next/a.js" id="_R_" async=""></script>',
    '<script src="/_next/b.js?v=1" async=""></script>',
    '<script src="/_next/polyfills.js" noModule=""></script>',
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
    '<script src="/_next/a.js"></script>',
  ];
  expect(read(html.join(''))).toEqual(['_next/a.js', '_next/b.js']);
});

test('refuses to find a page without scripts small', () => {
  expect(() => read('<p>Nothing here</p>')).toThrow('r.html loads no script');
});
