import { expect, test } from '@jest/globals';
import { lookAlike } from './skeleton.ts';

test.each([
  ['Paypal', 'Раураl'],
  ['Anna', 'Аnna'],
  ['Anna', 'Αnna'],
  ['scope', 'ѕсоре'],
  ['Ian', 'lan'],
  ['modern', 'rnodern'],
  ['Bob', 'B0b'],
  ['Bob', 'Ｂｏｂ'],
  ['Bob', '𝐁𝐨𝐛'],
  ['Bob', 'B o b'],
  ['Bob', 'Bob.'],
  ['Mod', 'Ⅿod'],
  ['Owner', 'Οwner'],
  ['Ann', 'Ann\u2060'],
  ['Đức', 'Ðức'],
  ['admin', 'аdmіn'],
])('%s and %s look alike', (one, other) => {
  expect(lookAlike(one, other)).toBe(true);
});

test.each([
  ['Ann', 'Ann'],
  ['Ann', 'ANN'],
  ['Ann', 'Anna'],
  ['Zoë', 'Zoe'],
  ['Łukasz', 'Lukasz'],
  ['Bảo', 'Bao'],
  ['李', '李李'],
  ['🦊', '🐻'],
  ['', '...'],
  ['Olga', 'Ольга'],
])('%s and %s do not', (one, other) => {
  expect(lookAlike(one, other)).toBe(false);
});
