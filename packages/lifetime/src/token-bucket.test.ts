import { expect, test } from '@jest/globals';
import { ManualClock } from './manual-clock.ts';
import { TokenBucket } from './token-bucket.ts';

test('lets a burst through, then no more than the rate', () => {
  const clock = new ManualClock();
  const bucket = new TokenBucket({ perSecond: 10, burst: 5, clock });
  const taken = () => Array.from({ length: 100 }, () => bucket.take()).filter(Boolean).length;
  expect(taken()).toBe(5);
  clock.advance(300);
  expect(taken()).toBe(3);
  clock.advance(60_000);
  expect(taken()).toBe(5);
});

test('what is drawn beyond the burst has to come back before anything can be taken', () => {
  const clock = new ManualClock();
  const bucket = new TokenBucket({ perSecond: 10, burst: 5, clock });
  bucket.draw(25);
  expect([bucket.take(0), bucket.waitMs(1)]).toEqual([false, 2_100]);
  clock.advance(2_000);
  expect([bucket.take(0), bucket.take()]).toEqual([true, false]);
});
