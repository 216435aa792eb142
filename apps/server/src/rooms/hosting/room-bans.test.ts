import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { afterEach, expect, jest, test } from '@jest/globals';
import { RoomBans } from './room-bans.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

test('of too many bans those that end first are forgotten, and those for good stay the longest', async () => {
  jest.replaceProperty(limits, 'bansKept', 3 as never);
  const bans = new RoomBans({ room: 'room', bans: [], store: undefined, clock: new ManualClock() });
  const ban = (name: string, forMs?: number) =>
    bans.add({ key: name, addressPrefix: undefined, on: { name }, forMs });
  const kept = () => bans.list().map(({ on }) => on?.name);
  await ban('for good');
  for (const [name, forMs] of Object.entries({ soon: 1, late: 9, later: 10, between: 5 }))
    await ban(name, forMs);
  expect(kept()).toEqual(['later', 'late', 'for good']);
  for (const name of ['one', 'two', 'three']) await ban(name);
  expect(kept()).toEqual(['three', 'two', 'one']);
});
