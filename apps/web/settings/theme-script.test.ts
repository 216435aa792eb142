import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { themeScript } from './theme-script.ts';

test.each([
  ['dark', { theme: 'dark' }],
  ['light', { theme: 'light' }],
  ['system', {}],
  [null, {}],
])('with %j stored a page begins as %j', (stored, dataset) => {
  const documentElement = { dataset: {} };
  runInNewContext(themeScript(), {
    localStorage: { getItem: () => stored },
    document: { documentElement },
  });
  expect(documentElement.dataset).toEqual(dataset);
});
