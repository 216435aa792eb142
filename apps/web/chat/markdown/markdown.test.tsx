import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { Markdown } from './markdown.tsx';

const html = (text: string) =>
  renderToStaticMarkup(<Markdown text={text} />)
    .replace(/^<div dir="auto" class="message-text">|<\/div>$/g, '')
    .replaceAll('\n', '');

test.each([
  ['**bold** and *italic*', '<p><strong>bold</strong> and <em>italic</em></p>'],
  ['~~gone~~, but ~5 minutes~', '<p><del>gone</del>, but ~5 minutes~</p>'],
  ['`a < b`', '<p><code dir="ltr">a &lt; b</code></p>'],
  ['one\ntwo', '<p>one<br/>two</p>'],
  ['> said\n\nreply', '<blockquote><p>said</p></blockquote><p>reply</p>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['3. c\n4. d', '<ol start="3"><li>c</li><li>d</li></ol>'],
  ['```js\nlet a;\n```', '<pre dir="ltr" tabindex="0"><code dir="ltr">let a;</code></pre>'],
])('%j is written as in chat tools', (text, expected) => {
  expect(html(text)).toBe(expected);
});

test.each([
  ['# not a heading'],
  ['not a heading\n==='],
  ['---'],
  ['| a | b |\n|---|---|\n| 1 | 2 |'],
  ['    spaces are kept to themselves'],
  ['[^1]: no footnote'],
  ['[x]: https://hidden.example'],
  ['Tom & Jerry <3'],
])('%j stays as it was typed', (text) => {
  const shown = html(text)
    .replaceAll('<br/>', '\n')
    .replace(/<\/?p\b[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<');
  // The address in a definition is a link of its own.
  expect(shown.replace(/<a [^>]*>|<\/a>/g, '')).toBe(text);
});

test('a link opens elsewhere, tells nobody where from, and shows its host unless its words do', () => {
  const safe = 'target="_blank" rel="noopener noreferrer nofollow"';
  expect(html('see https://earshot.example/a')).toContain(`<a href="https://earshot.example/a" ${safe}`);
  expect(html('see https://earshot.example/a')).not.toContain('<bdi');
  expect(html('[my bank](https://evil.example)')).toContain('(evil.example)');
  expect(html('[https://bank.example](https://evil.example)')).toContain('(evil.example)');
  expect(html('https://bank.example@evil.example/')).toContain('href="https://evil.example/"');
  expect(html('https://bank.example@evil.example/')).toContain('(evil.example)');
  // Cyrillic letters that look like Latin ones.
  expect(html('https://аррӏе.com')).toMatch(/\(xn--[^)]*\.com\)/);
  expect(html('[write](mailto:ada@example.org)')).toContain('(ada@example.org)');
});

/** What people have tried on others' chats; none of it may become more than text. */
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe src="//evil.example"></iframe>',
  '<style>*{display:none}</style>',
  '<details open ontoggle=alert(1)>',
  '</div></body><script>alert(1)</script>',
  '<!-- --><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '![x](https://evil.example/pixel.gif)',
  '![x](javascript:alert(1))',
  '![x](x "onerror=alert(1)")',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '[x](blob:https://earshot.example/1)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/r/other-room)',
  '[x](view-source:https://evil.example)',
  '[x](intent://evil#Intent;scheme=http;end)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '[x](https://evil.example "onclick=alert(1)")',
  '[x](https://evil.example"onclick="alert(1))',
  '[`<img src=x onerror=alert(1)>`](https://evil.example)',
  '```\n</code></pre><script>alert(1)</script>\n```',
  '`</code><script>alert(1)</script>`',
  '| <script>alert(1)</script> |\n|---|',
  '[^1]\n\n[^1]: <script>alert(1)</script>',
  '- [x] <input autofocus onfocus=alert(1)>',
  '\u202Egnp.exe\u202C <b>x</b>',
];

const known =
  /^<\/?(?:p|br\/|strong|em|del|code|pre|blockquote|ul|ol|li|a|bdi|div)(?: (?:href="(?:https?:\/\/|mailto:)[^"<>]*"|target="_blank"|rel="noopener noreferrer nofollow"|class="[\w -]*"|dir="(?:auto|ltr)"|tabindex="0"|start="\d+"))*>$/;

test.each(hostile)('%j stays inert', (text) => {
  const markup = renderToStaticMarkup(<Markdown text={text} />);
  const tags = markup.match(/<[^>]*>?/g) ?? [];
  expect(tags.filter((tag) => !known.test(tag))).toEqual([]);
});

test.each([
  ['quotes', '>'.repeat(4_000)],
  ['quotes with spaces', '> '.repeat(2_000)],
  ['lists', `${'- '.repeat(2_000)}x`],
  ['emphasis', '*a **b '.repeat(600)],
  ['brackets', '['.repeat(4_000)],
  ['links', '[a]('.repeat(1_000)],
  ['ticks', '`a``b'.repeat(800)],
  ['entities', '&'.repeat(4_000)],
  ['tildes', '~~a '.repeat(1_000)],
])('a wall of %s costs little and is shown', (_kind, text) => {
  const startedAtMs = performance.now();
  const markup = renderToStaticMarkup(<Markdown text={text} />);
  expect(markup.match(/<blockquote|<ul/g)?.length ?? 0).toBeLessThanOrEqual(4);
  // Generous: the machine that tests is small and shared. What is bad here takes minutes.
  expect(performance.now() - startedAtMs).toBeLessThan(3_000);
});
