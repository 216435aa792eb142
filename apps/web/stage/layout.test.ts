import { expect, test } from '@jest/globals';
import { fitGrid, layOut } from './layout.ts';

const gapPx = 8;
const strip = { gapPx, stripPx: { side: 200, below: 120 } };

test.each([
  [1, 1_200, 700, 1],
  [2, 1_200, 700, 2],
  [3, 1_200, 700, 2],
  [4, 1_200, 700, 2],
  [6, 1_200, 700, 3],
  [2, 360, 640, 1],
  [3, 360, 640, 1],
])('%i pictures in %i × %i stand in %i columns', (count, widthPx, heightPx, columns) => {
  expect(fitGrid(count, { widthPx, heightPx }, gapPx).columns).toBe(columns);
});

test('whatever the count and the area, pictures are 16 to 9 and never wider than the area', () => {
  for (let count = 1; count <= 40; count++) {
    for (const widthPx of [280, 360, 820, 1_280, 2_560]) {
      for (const heightPx of [200, 500, 900]) {
        const { columns, widthPx: width, heightPx: height } = fitGrid(count, { widthPx, heightPx }, gapPx);
        expect(columns * width + gapPx * (columns - 1)).toBeLessThanOrEqual(widthPx);
        expect(Math.abs(height - (width * 9) / 16)).toBeLessThanOrEqual(1);
        expect(width).toBeGreaterThanOrEqual(Math.min(140, widthPx / 2));
      }
    }
  }
});

test('few pictures fit without scrolling', () => {
  const { columns, heightPx } = fitGrid(9, { widthPx: 1_200, heightPx: 700 }, gapPx);
  const rows = Math.ceil(9 / columns);
  expect(rows * heightPx + gapPx * (rows - 1)).toBeLessThanOrEqual(700);
});

test('on a phone a few pictures take the whole width, and are scrolled through', () => {
  expect(fitGrid(3, { widthPx: 344, heightPx: 330 }, gapPx)).toEqual({
    columns: 1,
    widthPx: 344,
    heightPx: 193,
  });
  expect(fitGrid(12, { widthPx: 344, heightPx: 330 }, gapPx).columns).toBe(2);
});

test('an area without any room is no error', () => {
  expect(fitGrid(3, { widthPx: 0, heightPx: 0 }, gapPx).widthPx).toBe(0);
});

test('the strip stands where it takes least from the large one', () => {
  expect(layOut({ large: 1, small: 3 }, { widthPx: 1_200, heightPx: 560 }, strip).strip).toBe('side');
  expect(layOut({ large: 1, small: 3 }, { widthPx: 400, heightPx: 640 }, strip).strip).toBe('below');
  expect(layOut({ large: 2, small: 0 }, { widthPx: 400, heightPx: 640 }, strip).strip).toBe('none');
});
