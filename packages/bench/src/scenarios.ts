import { crowd } from './crowd/scenario.ts';
import { join } from './join/join.ts';
import { lighthouse } from './lighthouse/scenario.ts';
import type { Scenario } from './scenario.ts';

/** By the names they have on the command line. */
export const scenarios: ReadonlyMap<string, Scenario> = new Map([
  ['join', join],
  ['crowd', crowd],
  ['lighthouse', lighthouse],
]);
