import { expect, test } from '@jest/globals';
import { workingFor } from './working-for.ts';

test('work is told of once it takes longer than a moment, and when it is done', () => {
  let now = 0;
  const said: [atMs: number, on: boolean][] = [];
  const progress = workingFor(
    (on) => said.push([now, on]),
    () => now,
  );
  progress(0);
  now = 400;
  progress(undefined);
  for (now = 500; now <= 3_000; now += 500) progress(0.3);
  progress(undefined);
  progress(undefined);
  expect(said).toEqual([
    [2_000, true],
    [3_500, false],
  ]);
});
