import { expect, test } from '@jest/globals';
import { WrittenOrder } from './written-order.ts';

/** Whether each fits, in this order. */
function told(...messages: readonly (readonly [number: number, place: number, stream?: string])[]) {
  const order = new WrittenOrder();
  return messages.map(([number, place, stream = 'ann']) => order.fits({ number, place, stream }));
}

test('what stands as it was written fits, also where it is read backwards, twice, or with gaps', () => {
  expect(told([0, 3], [1, 4], [7, 20])).toEqual([true, true, true]);
  expect(told([7, 20], [1, 4], [0, 3], [1, 4], [2, 5])).toEqual([true, true, true, true, true]);
});

test('what was turned around, put further on, or given out a second time does not', () => {
  expect(told([1, 3], [0, 4])).toEqual([true, false]);
  expect(told([0, 5], [1, 4])).toEqual([true, false]);
  expect(told([0, 3], [1, 4], [0, 9], [2, 10])).toEqual([true, true, false, true]);
  expect(told([0, 3], [1, 3])).toEqual([true, false]);
});

test('how two people’s messages stand to each other nobody can tell', () => {
  expect(told([5, 3, 'ann'], [0, 4, 'bob'], [6, 5, 'ann'], [1, 6, 'bob'])).toEqual(Array(4).fill(true));
});

test('only so many places are kept', () => {
  const order = new WrittenOrder();
  for (let at = 0; at <= 4_000; at += 1)
    order.fits({ stream: at < 2 ? 'ann' : 'bob', number: at, place: at });
  // Of Ann's two the first is forgotten.
  expect(order.fits({ stream: 'ann', number: 0, place: 0 })).toBe(true);
  expect(order.fits({ stream: 'ann', number: 0, place: 2 })).toBe(false);
});
