import { expect, test } from '@jest/globals';
import { hueOf, hues } from './hue.ts';
import { initials } from './initials.ts';

test.each([
  ['Ada Lovelace', 'AL'],
  ['madonna', 'M'],
  ['Jean Claude Van Damme', 'JD'],
  ['李雷', '李'],
  ['🦊 Rémy', '🦊'],
  ['Rémy 🦊', 'R'],
  ['👩‍👩‍👧 family', '👩‍👩‍👧'],
  ['ấm áp', 'ẤÁ'],
  ['7 of 9', '79'],
  ['', ''],
])('%s is drawn as %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test('a person keeps one colour, and people spread over all of them', () => {
  expect(hueOf('member-1')).toBe(hueOf('member-1'));
  const counts = new Array<number>(hues).fill(0);
  for (let id = 0; id < 2000; id += 1) {
    const hue = hueOf(`m${id}`);
    counts[hue] = (counts[hue] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(120);
});
