import { ManualClock } from '@earshot/lifetime';
import { expect, test } from '@jest/globals';
import { LevelFeed, readLevels } from './level-feed.ts';
import type { Levels } from './snapshot.ts';

const seated = [
  { id: 'ada', seat: 3 },
  { id: 'bob', seat: 7 },
];

test('reads pairs of seat and level as dBov by member', () => {
  expect(readLevels([7, 30, 3, 0], seated)).toEqual(
    new Map([
      ['bob', -30],
      ['ada', 0],
    ]),
  );
});

test('leaves out empty seats and half a pair, and knows no less than silence', () => {
  expect(readLevels([9, 20, 3, 500, 7], seated)).toEqual(new Map([['ada', -127]]));
});

test('reports silence once when the server stops reporting', () => {
  const clock = new ManualClock();
  const feed = new LevelFeed({ clock, seated: () => seated });
  const heard: Levels[] = [];
  feed.onLevels((levels) => heard.push(levels));
  feed.take([3, 20]);
  clock.advance(200);
  feed.take([3, 25]);
  clock.advance(5_000);
  expect(heard.map((levels) => [...levels])).toEqual([[['ada', -20]], [['ada', -25]], []]);
  expect(clock.pendingTimers).toBe(0);
});

test('leaves no timer behind', () => {
  const clock = new ManualClock();
  const feed = new LevelFeed({ clock, seated: () => seated });
  feed.take([3, 20]);
  feed.close();
  expect(clock.pendingTimers).toBe(0);
});
