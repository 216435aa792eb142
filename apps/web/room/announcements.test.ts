import type { Member } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { english } from '../i18n/english.ts';
import { formatter } from '../i18n/format.ts';
import { describeChanges } from './announcements.ts';

const language = { t: english, format: formatter('en') };

function people(...names: string[]): Member[] {
  return names.map((name, seat) => ({
    id: name,
    seat,
    name,
    key: '',
    presence: 'here',
    role: 'speaker',
    microphone: 'live',
    streams: [],
    joinedAtMs: 0,
  }));
}

test.each([
  [[], [], ''],
  [['Ana'], ['Ana'], ''],
  [[], ['Ana'], 'Ana joined'],
  [[], ['Ana', 'Ben', 'Cleo'], 'Ana, Ben, and Cleo joined'],
  [['Ana'], ['Ben'], 'Ben joined. Ana left'],
  [['a', 'b', 'c', 'd', 'Ana'], ['Ana'], '4 people left'],
  [[], ['a', 'b', 'c', 'd', 'e'], '5 people joined'],
])('from %j to %j it says “%s”', (before, after, said) => {
  expect(describeChanges(people(...before), people(...after), language)).toBe(said);
});

test('somebody who was renamed or muted neither came nor went', () => {
  const [ana] = people('Ana') as [Member];
  expect(describeChanges([ana], [{ ...ana, name: 'Anna', microphone: 'muted' }], language)).toBe('');
});
