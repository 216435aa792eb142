import { bots } from './bots/scenario.ts';
import { coldLoad } from './cold-load/scenario.ts';
import { crowd } from './crowd/scenario.ts';
import { crypto } from './crypto/scenario.ts';
import { directory } from './directory/scenario.ts';
import { join } from './join/join.ts';
import { lighthouse } from './lighthouse/scenario.ts';
import { privateRooms } from './private/scenario.ts';
import { ring } from './ring/scenario.ts';
import type { Scenario } from './scenario.ts';
import { square } from './square/scenario.ts';

/** By the names they have on the command line. */
export const scenarios: ReadonlyMap<string, Scenario> = new Map([
  ['join', join],
  ['ring', ring],
  ['cold-load', coldLoad],
  ['crowd', crowd],
  ['directory', directory],
  ['square', square],
  ['lighthouse', lighthouse],
  ['bots', bots],
  ['crypto', crypto],
  ['private', privateRooms],
]);
