import { expect, test } from '@jest/globals';
import { en } from './en/index.ts';
import { type Catalogue, english, translator } from './translate.ts';

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
  const t = translator('pl', polish as Catalogue);
  expect([1, 3, 5, 22].map((count) => t('room.people', { count }))).toEqual([
    '1 osoba',
    '3 osoby',
    '5 osób',
    '22 osoby',
  ]);
  expect(translator('ar', polish as Catalogue)('room.people', { count: 2 })).toBe(
    '٢ osób'.replace('٢', new Intl.NumberFormat('ar').format(2)),
  );
});

test('does not read a value for slots of its own', () => {
  expect(english('ended.left', { room: '{room}' })).toBe('You have left {room}.');
});

test('no sentence is empty and every plural has its general form', () => {
  for (const [key, entry] of Object.entries(en)) {
    const sentence = typeof entry === 'string' ? entry : entry.other;
    expect([key, sentence.trim().length > 0]).toEqual([key, true]);
  }
});

test('every problem and ended sentence has its next step', () => {
  const keys = new Set(Object.keys(en));
  const first = [...keys].filter((key) => keys.has(`${key}Next`));
  const next = [...keys].filter((key) => key.endsWith('Next'));
  expect(first.map((key) => `${key}Next`).sort()).toEqual(next.sort());
});
