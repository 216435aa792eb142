import { expect, test } from '@jest/globals';
import { modulesPath } from './modules-path.ts';

test('each run of dark modules is one rectangle', () => {
  expect(modulesPath([[false, true, true, false, true], [false, false], [true]])).toBe(
    'M1 0h2v1H1zM4 0h1v1H4zM0 2h1v1H0z',
  );
});
