import { expect, test } from '@jest/globals';
import { losses } from './losses.ts';

const take = (lost: () => boolean) => Array.from({ length: 2_000 }, lost);

test('the same seed loses the same datagrams; another one, or another line, others', () => {
  const first = take(losses({ loss: 0.3, seed: 7 }, 0));
  expect(take(losses({ loss: 0.3, seed: 7 }, 0))).toEqual(first);
  expect(take(losses({ loss: 0.3, seed: 8 }, 0))).not.toEqual(first);
  expect(take(losses({ loss: 0.3, seed: 7 }, 1))).not.toEqual(first);
});

test.each([0, 0.1, 0.5, 1])('loses about %d of all', (loss) => {
  const lost = take(losses({ loss }, 0)).filter(Boolean).length / 2_000;
  expect(Math.abs(lost - loss)).toBeLessThan(loss === 0 || loss === 1 ? 1e-9 : 0.03);
});
