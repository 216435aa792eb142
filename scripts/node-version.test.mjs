import { expect, test } from '@jest/globals';
import { canRun, canSetUp } from './node-version.mjs';

test.each([
  ['v18.19.0', false, false],
  ['v20.20.2', true, false],
  ['v22.17.1', true, false],
  ['v22.18.0', true, true],
  ['v23.11.0', true, false],
  ['v24.0.0', true, true],
  ['v26.1.0', true, true],
])('%s: sets up %p, runs %p', (version, setsUp, runs) => {
  expect([canSetUp(version), canRun(version)]).toEqual([setsUp, runs]);
});
