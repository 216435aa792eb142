import { expect, test } from '@jest/globals';
import { likenessOf } from './likeness.ts';

/** Changing any of these changes the picture that people know each other by. */
test('a key has the same likeness as ever', () => {
  expect(likenessOf('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')).toMatchInlineSnapshot(`
{
  "deep": {
    "hueShift": 12,
    "radius": 21,
    "x": 32,
    "y": 4,
  },
  "hue": 243,
  "light": {
    "hueShift": 17,
    "radius": 28,
    "x": 19,
    "y": 52,
  },
}
`);
  expect(likenessOf('Ada')).toMatchInlineSnapshot(`
{
  "deep": {
    "hueShift": -14,
    "radius": 22,
    "x": 61,
    "y": 17,
  },
  "hue": 80,
  "light": {
    "hueShift": -35,
    "radius": 26,
    "x": 8,
    "y": 30,
  },
}
`);
});

test('hues are spread, so that neighbours rarely look alike', () => {
  const sectors = new Map<number, number>();
  for (let index = 0; index < 1_200; index++) {
    const sector = Math.floor(likenessOf(`key ${index}`).hue / 30);
    sectors.set(sector, (sectors.get(sector) ?? 0) + 1);
  }
  expect(sectors.size).toBe(12);
  for (const count of sectors.values()) expect(count).toBeGreaterThan(60);
});
