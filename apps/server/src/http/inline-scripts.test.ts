import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { inlineScriptHashes } from './inline-scripts.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test.each([
  ['<script>go()</script>', ['go()']],
  ['<SCRIPT type="module">go()</SCRIPT>', ['go()']],
  ['<script>\n go() \n</script>', ['\n go() \n']],
  ['<script>a</script><p>b</p><script id="x">c</script>', ['a', 'c']],
  ['<script>same</script><script>same</script>', ['same']],
  ['<script>if (a < b) "<p>"</script>', ['if (a < b) "<p>"']],
  ['<script>"dü"</script>', ['"dü"']],
  ['<script data-src="x">go()</script>', ['go()']],
  ['<script src="a.js"></script>', []],
  ['<script async src="a.js">ignored</script>', []],
  ['<script\n  src="a.js"></script>', []],
  ['<script></script>', []],
  ['<p>no script</p>', []],
])('%j', (html, scripts) => {
  expect(inlineScriptHashes(html)).toEqual(scripts.map(hash));
});

test('the hash is the one that browsers work out (CSP Level 3, section 8.4)', () => {
  expect(inlineScriptHashes("<script>alert('Hello, world.');</script>")).toEqual([
    "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
  ]);
});
