import type { Role } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { looksLikeAnother } from './look-alikes.ts';

let order = 0;
const person = (name: string, { key = '', role = 'speaker' as Role } = {}) => {
  order += 1;
  return { id: `member-${order}`, key, role, called: { name, order } };
};

test('the later of two who look alike is told apart, the first is not', () => {
  const [anna, spoof] = [person('Anna'), person('Аnna')];
  const all = [anna, spoof];
  expect(all.map((one) => looksLikeAnother(one, all))).toEqual([false, true]);
});

test('namesakes are namesakes, unless one of them keeps order', () => {
  const [first, second] = [person('Anna'), person('anna')];
  expect(looksLikeAnother(second, [first, second])).toBe(false);
  const [early, host] = [person('Ann'), person('Ann', { role: 'moderator' })];
  expect([early, host].map((one) => looksLikeAnother(one, [early, host]))).toEqual([true, false]);
});

test('two tabs of one person do not look like somebody else', () => {
  const tabs = [person('Bob', { key: 'k' }), person('B0b', { key: 'k' })];
  expect(tabs.map((one) => looksLikeAnother(one, tabs))).toEqual([false, false]);
});
