import { expect, test } from '@jest/globals';
import { layerFor, type Sight, viewsOf } from './views.ts';

const sight = (changes: Partial<Sight> = {}): Sight => ({
  kind: 'camera',
  widthPx: 640,
  heightPx: 360,
  inSight: true,
  floating: false,
  ...changes,
});

test.each<[Partial<Sight>, number, number]>([
  [{ widthPx: 160, heightPx: 90 }, 1, 0],
  [{ widthPx: 160, heightPx: 90 }, 3, 1],
  [{ widthPx: 640, heightPx: 360 }, 1, 1],
  [{ widthPx: 640, heightPx: 360 }, 2, 2],
  [{ widthPx: 1_280, heightPx: 720 }, 1, 2],
  [{ kind: 'screen', widthPx: 640, heightPx: 360 }, 1, 0],
  [{ kind: 'screen', widthPx: 1_000, heightPx: 560 }, 1, 2],
])('%j at %i pixels to the dot is worth layer %i', (changes, pixelRatio, layer) => {
  expect(layerFor(sight(changes), pixelRatio)).toBe(layer);
});

test('nothing is sent of what is out of sight, nor to a hidden page, but to a window of its own', () => {
  const sights = new Map([
    ['seen', sight()],
    ['below the fold', sight({ inSight: false })],
    ['floating', sight({ inSight: false, floating: true })],
  ]);
  const ids = (pageVisible: boolean) =>
    viewsOf(sights, { pageVisible, pixelRatio: 1 }).map(({ producerId }) => producerId);
  expect(ids(true)).toEqual(['seen', 'floating']);
  expect(ids(false)).toEqual(['floating']);
});
