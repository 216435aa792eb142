import { expect, test } from '@jest/globals';
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
