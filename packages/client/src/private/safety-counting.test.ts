import { ManualClock } from '@earshot/lifetime';
import { expect, test } from '@jest/globals';
import { SafetyCounting } from './safety-counting.ts';

function counting() {
  const clock = new ManualClock();
  const begun: PromiseWithResolvers<string>[] = [];
  const told: string[] = [];
  const safety = new SafetyCounting({
    clock,
    count: () => {
      const one = Promise.withResolvers<string>();
      begun.push(one);
      return one.promise;
    },
    onCounted: (number) => told.push(number),
  });
  /** Lets the first that is under way come to its end. */
  const finish = async (number: string | Error) => {
    const one = begun.shift();
    if (number instanceof Error) one?.reject(number);
    else one?.resolve(number);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { clock, safety, begun, told, finish };
}

test('where many come at once, it is worked out once, when all are in', async () => {
  const { clock, safety, begun, told, finish } = counting();
  for (let people = 0; people < 64; people += 1) {
    safety.changed();
    clock.advance(50);
  }
  expect(begun.length).toBe(0);
  clock.advance(1_000);
  expect(begun.length).toBe(1);
  await finish('of all');
  clock.advance(60_000);
  expect([told, begun.length]).toEqual([['of all'], 0]);
});

test('where people come and go all the time, it is worked out every five seconds', () => {
  const { clock, safety, begun } = counting();
  for (let second = 0; second < 6; second += 0.5) {
    safety.changed();
    clock.advance(500);
  }
  expect(begun.length).toBe(1);
});

test('who comes while it is worked out is in the next one', async () => {
  const { clock, safety, told, finish } = counting();
  safety.changed();
  clock.advance(1_000);
  safety.changed();
  await finish('of two');
  clock.advance(1_000);
  await finish('of three');
  expect(told).toEqual(['of two', 'of three']);
});

test('one that cannot be worked out is worked out again when the next one comes', async () => {
  const { clock, safety, told, finish } = counting();
  safety.changed();
  clock.advance(1_000);
  await finish(new Error('no memory'));
  safety.changed();
  clock.advance(1_000);
  await finish('of two');
  expect(told).toEqual(['of two']);
});

test('nothing is worked out for a room that was left', () => {
  const { clock, safety, begun } = counting();
  safety.changed();
  safety.close();
  clock.advance(60_000);
  expect(begun.length).toBe(0);
});
