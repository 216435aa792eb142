import { expect, test } from '@jest/globals';
import { seatPlan } from './seat-plan.ts';

const floors = {
  phone: { widthPx: 328, heightPx: 560 },
  tablet: { widthPx: 760, heightPx: 980 },
  desktop: { widthPx: 1_216, heightPx: 620 },
} as const;

function plan(count: number, floor: keyof typeof floors): string {
  const { columns, avatarPx, dense } = seatPlan({ count, ...floors[floor] });
  return `${columns} x ${avatarPx}${dense ? ' dense' : ''}`;
}

test.each([
  [1, 'phone', '1 x 208'],
  [2, 'phone', '1 x 154'],
  [5, 'phone', '2 x 91 dense'],
  [12, 'phone', '3 x 81 dense'],
  [40, 'phone', '3 x 77 dense'],
  [1, 'desktop', '1 x 208'],
  [2, 'desktop', '2 x 168'],
  [5, 'desktop', '5 x 152'],
  [12, 'desktop', '6 x 128'],
  [40, 'desktop', '10 x 91 dense'],
  [12, 'tablet', '4 x 128'],
] as const)('%d people on a %s', (count, floor, wanted) => {
  expect(plan(count, floor)).toBe(wanted);
});

test('all that is planned fits, unless the smallest does not', () => {
  for (const [widthPx, heightPx] of [
    [320, 480],
    [390, 660],
    [700, 300],
    [1_600, 900],
  ] as const) {
    for (let count = 1; count <= 60; count++) {
      const { columns, avatarPx, seatPx, dense } = seatPlan({ count, widthPx, heightPx });
      expect(columns * seatPx).toBeLessThanOrEqual(widthPx);
      expect(avatarPx).toBeGreaterThanOrEqual(64);
      const rows = Math.ceil(count / columns);
      const tallPx = rows * (avatarPx * 1.14 + 12 + (dense ? 34 : 92));
      const smallest = seatPlan({ count: 1_000, widthPx, heightPx });
      if (tallPx > heightPx + rows)
        expect({ columns, avatarPx }).toEqual({ columns: smallest.columns, avatarPx: smallest.avatarPx });
    }
  }
});

test('on a sliver of a floor there is one column, and nobody sticks out', () => {
  expect(seatPlan({ count: 5, widthPx: 80, heightPx: 400 })).toMatchObject({ columns: 1, avatarPx: 64 });
});
