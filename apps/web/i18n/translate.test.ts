import { expect, test } from '@jest/globals';
import { en } from './en/index.ts';
import { english } from './english.ts';
import { translator } from './translate.ts';

test('fills slots', () => {
  expect(english('home.forget', { room: 'quiet-maple-37' })).toBe('Forget quiet-maple-37');
});

test('picks the plural form by count and writes numbers as the language does', () => {
  expect(english('room.people', { count: 1 })).toBe('1 person');
  expect(english('room.people', { count: 0 })).toBe('0 people');
  expect(english('room.people', { count: 1200 })).toBe('1,200 people');
});

test('uses the plural categories of the language, and `other` where one is missing', () => {
  const polish = {
    ...en,
    'room.people': { one: '{count} osoba', few: '{count} osoby', other: '{count} osób' },
  };
  const t = translator('pl', polish);
  expect([1, 3, 5, 22].map((count) => t('room.people', { count }))).toEqual([
    '1 osoba',
    '3 osoby',
    '5 osób',
    '22 osoby',
  ]);
  expect(translator('ar', polish)('room.people', { count: 2 })).toBe(
    '٢ osób'.replace('٢', new Intl.NumberFormat('ar').format(2)),
  );
});

test('does not read a value for slots of its own', () => {
  expect(english('ended.left', { room: '{room}' })).toBe('You have left {room}.');
});

test('says nothing where the words have not come yet', () => {
  expect(translator('en', {})('controls.mute')).toBe('');
});
