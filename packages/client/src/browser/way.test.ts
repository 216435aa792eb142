import { expect, test } from '@jest/globals';
import { type Way, wayFor } from './way.ts';

const able = { canTurnDown: true, canBoost: true };

test.each<[number, Way, Way]>([
  [0, 'element', 'element'],
  [0.5, 'element', 'element'],
  [1, 'element', 'element'],
  [1.05, 'element', 'element'],
  [1.5, 'element', 'boost'],
  [1.05, 'boost', 'boost'],
  [1, 'boost', 'element'],
  [0, 'boost', 'element'],
])('a gain of %d after %s is played by %s', (gain, before, way) => {
  expect(wayFor(gain, { ...able, before })).toBe(way);
});

test('where elements cannot be turned down, Web Audio does that, too', () => {
  const way = (gain: number) => wayFor(gain, { ...able, canTurnDown: false, before: 'element' });
  expect([way(0), way(0.5), way(1), way(2)]).toEqual(['element', 'boost', 'element', 'boost']);
});

test('where a boost would come out of another loudspeaker, there is none', () => {
  expect(wayFor(2, { ...able, canBoost: false, before: 'boost' })).toBe('element');
});
