import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../testing/raw-http.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open({ METRICS_TOKEN: 'open-sesame' });
});
afterAll(() => server.close());

test.each<[string, string, Parameters<typeof ask>[2]]>([
  ['a page', '/', {}],
  ['a room', '/r/kitchen', {}],
  ['a script', '/_next/static/chunks/app.js', { headers: { 'accept-encoding': 'br' } }],
  ['a page that is missing', '/nowhere', {}],
  ['a page that is kept', '/', { headers: { 'if-none-match': '*' } }],
  ['an address that cannot be read', '/%', {}],
  ['a forbidden address', '/../secret.txt', {}],
  ['a part that is none', '/icon.svg', { headers: { range: 'bytes=9999-' } }],
  ['a wrong body', '/', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }],
  [
    'a large body',
    '/',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: `"${'x'.repeat(70_000)}"` },
  ],
  ['health', '/healthz', {}],
  ['readiness', '/readyz', { method: 'HEAD' }],
  ['metrics', '/metrics', { headers: { authorization: 'Bearer open-sesame' } }],
  ['metrics without the token', '/metrics', {}],
])('stand on %s', async (_what, path, options) => {
  const { headers } = await ask(server.port, path, options);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('microphone=(self)'),
  });
  // All that a room captures, and nothing else of the device.
  for (const allowed of ['camera=(self)', 'display-capture=(self)', 'geolocation=()']) {
    expect(headers['permissions-policy']).toContain(allowed);
  }
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe-|\*|http:/);
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers.server).toBeUndefined();
});
