import { expect, test } from '@jest/globals';
import { ninjaProgress } from './ninja-progress.ts';

test.each([
  ['[12/261] Compiling C++ object src/a.cpp.o', { done: 12, total: 261 }],
  ['[261/261] Linking target mediasoup-worker', { done: 261, total: 261 }],
  ['ninja: Entering directory `build`', undefined],
  ['../src/RTC/Router.cpp:[1/2] not at the start', undefined],
  ['[x/y] ', undefined],
])('%j is %p', (line, progress) => {
  expect(ninjaProgress(line)).toEqual(progress);
});
