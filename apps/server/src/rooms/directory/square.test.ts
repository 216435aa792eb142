import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { FeedEvent } from './change-log.ts';
import type { Facts } from './directory.ts';
import { type Place, Square } from './square.ts';

/** A square, what it tells, and places whose facts a test writes down. */
function opened() {
  const clock = new ManualClock();
  const square = new Square(clock);
  const told: FeedEvent[] = [];
  square.events.on('told', (event) => told.push(event));
  const facts = new Map<string, Facts>();
  const place = (name: string): Place => ({ name, facts: () => facts.get(name) });
  const set = (name: string, some: Partial<Facts> | undefined) => {
    if (some) {
      const { topic = '', tags = [], language = '', people = 2, talking = 0, startedAtMs = 1 } = some;
      facts.set(name, { name, topic, tags, language, people, talking, startedAtMs });
    } else facts.delete(name);
    square.stirred(place(name));
  };
  return { clock, square, told, set };
}
const page = { q: '', sort: 'hot', limit: 100 } as const;

test('is listed at once where nothing happened for a while, then once in a round', () => {
  const { clock, square, told, set } = opened();
  set('den', {});
  clock.advance(0);
  expect(told.map(({ change }) => change.rooms.map(({ name }) => name))).toEqual([['den']]);
  for (let people = 3; people < 40; people += 1) {
    set('den', { people });
    clock.advance(10);
  }
  clock.advance(limits.directoryRoundMs);
  expect(told.length).toBe(2);
  expect(told[1]?.change).toMatchObject({
    rooms: [],
    pulses: [{ name: 'den', people: 39 }],
    gone: [],
    total: 1,
  });
  expect(square.page(page).rooms[0]?.people).toBe(39);
});

test('where somebody talks it is looked at until they are silent, and nothing is told twice', () => {
  const { clock, told, set } = opened();
  set('den', { talking: 1, people: 9 });
  clock.advance(2_000);
  expect(told.length).toBe(1);
  expect(clock.pendingTimers).toBe(1);
  set('den', { talking: 0, people: 9 });
  clock.advance(2_000);
  expect(told.at(-1)?.change.pulses).toMatchObject([{ name: 'den', talking: 0 }]);
  expect(clock.pendingTimers).toBe(0);
});

test('what comes and goes within a round is not told as there', () => {
  const { clock, square, told, set } = opened();
  set('other', {});
  clock.advance(0);
  set('den', {});
  set('den', undefined);
  clock.advance(limits.directoryRoundMs);
  expect(told.length).toBe(1);
  set('other', undefined);
  clock.advance(limits.directoryRoundMs);
  expect(told.at(-1)?.change).toMatchObject({ rooms: [], pulses: [], gone: ['other'], total: 0 });
  expect(square.page(page).total).toBe(0);
});

test('an event holds so much and no more; what comes and goes is told before what people do', () => {
  const { clock, told, set } = opened();
  const most = limits.directoryChangesPerEvent;
  for (let number = 0; number < most; number += 1) set(`old-${number}`, {});
  clock.advance(limits.directoryRoundMs);
  for (let number = 0; number < most; number += 1) set(`old-${number}`, { people: 3 });
  set('new', {});
  clock.advance(2 * limits.directoryRoundMs);
  expect(told.slice(1).map(({ change }) => [change.rooms.length, change.pulses.length])).toEqual([
    [1, most - 1],
    [0, 1],
  ]);
  expect(clock.pendingTimers).toBe(0);
});

test('whoever was away for a while is told what they missed; for longer, nothing', () => {
  const { clock, square, told, set } = opened();
  const before = square.version;
  expect(square.since(before)).toEqual([]);
  for (let people = 2; people < 6; people += 1) {
    set('den', { people });
    clock.advance(limits.directoryRoundMs);
  }
  expect(square.since(before)).toEqual(told);
  expect(square.since(before + 1)).toEqual(told.slice(1));
  expect(square.since(before - 1)).toBeUndefined();
  expect(square.since(square.version + 1)).toBeUndefined();
  for (let people = 0; people < limits.directoryEventsKept; people += 1) {
    set('den', { people: 2 + (people % 2) });
    clock.advance(limits.directoryRoundMs);
  }
  expect(square.since(before)).toBeUndefined();
  expect(square.since(before + 4)?.length).toBe(limits.directoryEventsKept);
});

test('a closed square is left alone', () => {
  const { clock, square, told, set } = opened();
  set('den', { talking: 1 });
  square.close();
  set('other', {});
  clock.advance(10_000);
  expect([told, clock.pendingTimers]).toEqual([[], 0]);
});
