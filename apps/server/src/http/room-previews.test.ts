import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { systemClock } from '@earshot/lifetime';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Square } from '../rooms/directory/square.ts';
import { fixtureFiles } from '../testing/fixture-pages.ts';
import { ask as askAt } from '../testing/raw-http.ts';
import { TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { metaTags } from './room-previews.ts';

const square = new Square(systemClock);
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open({}, { square });
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.close();
});

const ask = (path: string, headers: Record<string, string> = {}) => askAt(server.port, path, { headers });
const plain = String(fixtureFiles['r.html']);

/** Lists a place that says this about itself. */
async function list(name: string, topic: string): Promise<void> {
  const facts = { name, topic, tags: [], language: '', people: 2, talking: 0, startedAtMs: 1 };
  square.stirred({ name, facts: () => facts });
  await until(
    () => square.get(name),
    (room) => room?.topic === topic,
  );
}

/** What a messenger reads: the properties in the head, unescaped. */
function properties(html: string): Record<string, string> {
  const head = html.slice(0, html.indexOf('</head>'));
  const found = [...head.matchAll(/<meta property="([^"]*)" content="([^"]*)"\/>/g)];
  return Object.fromEntries(found.map(([, key = '', value = '']) => [key, unescaped(value)]));
}

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

test('the link of a listed room says what it is called and about, in whatever form it is typed', async () => {
  await list('phòng-trà', 'Tea & talk');
  for (const path of ['/r/ph%C3%B2ng-tr%C3%A0', '/r/Ph%C3%B2ng%20Tr%C3%A0', '/r/ph%C3%B2ng-tr%C3%A0/']) {
    const { status, headers, body } = await ask(path);
    expect([status, headers['content-type'], headers['cache-control'], headers.vary]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
      'accept-encoding',
    ]);
    expect(properties(String(body))).toEqual({
      'og:type': 'website',
      'og:site_name': 'Earshot',
      'og:title': 'phòng-trà · Earshot',
      'og:description': 'Tea & talk',
    });
    expect(String(body).replace(/<meta[^>]*>/g, '')).toBe(plain);
  }
});

test('the link of a room that is not listed says nothing, and of one that was, nothing any more', async () => {
  const { client } = await server.member('secret');
  expect(String((await ask('/r/secret')).body)).toBe(plain);
  await client.request('leave', {});
  await list('open', 'For now');
  expect(String((await ask('/r/open')).body)).toContain('For now');
  square.stirred({ name: 'open', facts: () => undefined });
  await until(
    () => square.get('open'),
    (room) => room === undefined,
  );
  expect(String((await ask('/r/open')).body)).toBe(plain);
  expect(String((await ask('/r/never-was')).body)).toBe(plain);
});

test('has the headers of the page without it, and comes as small', async () => {
  await list('lab', 'Robots');
  const [listed, unlisted] = [await ask('/r/lab'), await ask('/r/elsewhere')];
  const rules = [
    'content-security-policy',
    'permissions-policy',
    'referrer-policy',
    'x-content-type-options',
  ];
  for (const rule of rules) expect([rule, listed.headers[rule]]).toEqual([rule, unlisted.headers[rule]]);
  const forms = { br: brotliDecompressSync, gzip: gunzipSync } as const;
  for (const [encoding, unpack] of Object.entries(forms)) {
    const { headers, body } = await ask('/r/lab', { 'accept-encoding': encoding });
    expect(headers['content-encoding']).toBe(encoding);
    expect(unpack(body).toString()).toBe(String(listed.body));
    const again = await ask('/r/lab', { 'accept-encoding': encoding, 'if-none-match': String(headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const other = await ask('/r/lab', { 'if-none-match': String(headers.etag) });
    expect(other.status).toBe(200);
  }
  await list('lab', 'Robots and rain');
  expect((await ask('/r/lab', { 'if-none-match': String(listed.headers.etag) })).status).toBe(200);
});

const corpus = [
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  '" http-equiv="refresh" content="0;url=//evil.example',
  '</head><body><h1>owned</h1>',
  '--><svg/onload=alert(1)>',
  '<!-- ',
  ']]>',
  '&quot;><img src=x onerror=alert(1)>',
  '&#34;&#x3e;&lt;script&gt;',
  '&amp;quot;',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  "$& $1 $` $' $$",
  '\\" \\u0022 \\x22',
  '＂＞＜ｓｃｒｉｐｔ＞',
  '\u2028\u2029',
  '\u0000\r\nSet-Cookie: a=b',
  '\ud800 half a letter',
];

test.each(corpus)('%j stays a text in the head', (topic) => {
  const tags = metaTags({ name: 'den', topic });
  expect(tags).toMatch(/^(?:<meta property="[a-z:_]+" content="[^"<>]*"\/>)+$/);
  expect(properties(`${tags}</head>`)['og:description']).toBe(topic);
});

test('and nothing else of the page changes, nor of its headers', async () => {
  await Promise.all(corpus.map((topic, index) => list(`den-${index}`, topic)));
  const policy = (await ask('/r/elsewhere')).headers['content-security-policy'];
  for (const index of corpus.keys()) {
    const { headers, body } = await ask(`/r/den-${index}`);
    expect(String(body).replace(/<meta property="[a-z:_]+" content="[^"<>]*"\/>/g, '')).toBe(plain);
    expect([headers['content-security-policy'], headers['set-cookie']]).toEqual([policy, undefined]);
  }
});
