import { expect, test } from '@jest/globals';
import { aptCommand, aptInstall, aptProgress } from './apt.ts';

test('without root or sudo the message holds the exact command', async () => {
  const install = aptInstall(
    {
      packages: ['meson', 'libuv1-dev'],
      purpose: 'build the mediasoup worker',
      report: () => {},
      signal: new AbortController().signal,
    },
    'none',
  );
  await expect(install).rejects.toMatchObject({
    code: 'packages_missing',
    message: expect.stringContaining(
      '\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends meson libuv1-dev\n',
    ),
  });
});

test('root types no sudo', () => {
  expect(aptCommand(['meson'], 'root')).toBe(
    'apt-get update && apt-get install -y --no-install-recommends meson',
  );
});

test.each([
  ['dlstatus:1:50.0000:Retrieving file 1 of 2', 0.25],
  ['pmstatus:libuv1-dev:50.0000:Unpacking libuv1-dev (amd64)', 0.75],
  ['pmstatus:libuv1-dev:amd64:100:Installed libuv1-dev', 1],
  ['Setting up libuv1-dev (1.44.2-1) ...', undefined],
  ['E: Unable to locate package nothing', undefined],
])('%j is %p', (line, done) => {
  expect(aptProgress(line)).toBe(done);
});
