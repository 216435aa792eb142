import { expect, test } from '@jest/globals';
import { chooseStages, testStages } from './test-stages.mjs';

const stages = testStages('/reports');
const titles = (group) => chooseStages(stages, group).map(({ title }) => title);

test('without a group everything runs', () => {
  expect(chooseStages(stages, undefined)).toEqual(stages);
});

test('a group chooses its stages, in order', () => {
  expect(titles('lint')).toEqual(['Format and lint', 'Types', 'Unused code and dependencies']);
  expect(titles('unit')).toEqual(['Web pages', 'Unit and integration tests']);
  expect(titles('e2e')).toEqual(['Web pages', 'Journeys in real browsers, two at a time']);
  expect(titles('alone')).toEqual(['Web pages', 'Journeys that measure, one at a time']);
  expect(titles('size')).toEqual(['Web pages', 'Size of the first view']);
  expect(titles('unti')).toEqual([]);
});

test('every stage has a limit', () => {
  for (const { limitMinutes } of stages) expect(limitMinutes).toBeGreaterThan(0);
});
