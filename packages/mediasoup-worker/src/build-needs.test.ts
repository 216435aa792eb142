import { expect, test } from '@jest/globals';
import { missingNeeds } from './build-needs.ts';

const all = { hasCommand: () => true, hasModule: () => true };

test('nothing is missing where every command and library is', () => {
  expect(missingNeeds(all)).toEqual({ packages: [], things: [] });
});

test('names only what is missing, as Debian packages and as things', () => {
  const presence = {
    hasCommand: (name: string) => name !== 'ninja',
    hasModule: (name: string) => name !== 'openssl',
  };
  expect(missingNeeds(presence)).toEqual({
    packages: ['ninja-build', 'libssl-dev'],
    things: ['ninja', 'openssl (pkg-config)'],
  });
});

test('a bare system needs all ten packages', () => {
  const none = { hasCommand: () => false, hasModule: () => false };
  expect(missingNeeds(none).packages).toHaveLength(10);
});
