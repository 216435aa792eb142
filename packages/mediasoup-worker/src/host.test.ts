import { describe, expect, test } from '@jest/globals';
import { type Host, parseDistribution, platformKey, readHost } from './host.ts';

const debian: Host = { platform: 'linux', arch: 'x64', kernelMajor: 6, distribution: 'debian-12' };

describe('platformKey', () => {
  test('tells distributions and architectures apart', () => {
    expect(platformKey(debian)).toBe('linux-x64-debian-12');
    expect(platformKey({ ...debian, arch: 'arm64', distribution: 'ubuntu-24.04' })).toBe(
      'linux-arm64-ubuntu-24.04',
    );
  });

  test('does without a distribution', () => {
    expect(platformKey({ ...debian, platform: 'darwin', arch: 'arm64', distribution: '' })).toBe(
      'darwin-arm64',
    );
  });

  test('names this machine in one path segment', () => {
    expect(platformKey(readHost())).toMatch(/^[\w.-]+$/);
  });
});

describe('parseDistribution', () => {
  test.each([
    ['NAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n', 'debian-12'],
    ["ID='alpine'\nVERSION_ID=3.22.1\n", 'alpine-3.22.1'],
    ['ID=debian\nVERSION_CODENAME=forky\n', 'debian-forky'],
    ['NAME="Arch Linux"\nID=arch\nID_LIKE=""\n', 'arch'],
    ['ID=../../etc\n', '....etc'],
    ['', ''],
  ])('%j is %j', (osRelease, distribution) => {
    expect(parseDistribution(osRelease)).toBe(distribution);
  });
});
