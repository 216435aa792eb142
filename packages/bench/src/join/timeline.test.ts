import { expect, test } from '@jest/globals';
import { inOrder, medians, msToSound } from './timeline.ts';

test('what was heard of after its consequence happened no later than that', () => {
  expect(
    inOrder({ joinSent: 10, joinAnswered: 20, iceConnected: 50, firstPacket: 44, firstSound: 40 }),
  ).toEqual({ joinSent: 10, joinAnswered: 20, iceConnected: 40, firstPacket: 40, firstSound: 40 });
});

test('each moment has a median of its own, over the joins that saw it', () => {
  const timelines = [{ joinSent: 3, firstSound: 30 }, { joinSent: 1.4, firstSound: 10 }, { firstSound: 20 }];
  expect(medians(timelines)).toEqual({ joinSent: 1, firstSound: 20 });
});

test('a join without a sound is not a join', () => {
  expect(msToSound({ firstSound: 12 })).toBe(12);
  expect(() => msToSound({ dtlsConnected: 12 })).toThrow('no sound');
});
