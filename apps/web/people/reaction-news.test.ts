import { expect, test } from '@jest/globals';
import { english } from '../i18n/english.ts';
import { formatter } from '../i18n/format.ts';
import { reactionNews } from './reaction-news.ts';

const words = {
  names: new Map([
    ['a', 'Ada'],
    ['b', 'Ben'],
  ]),
  t: english,
  format: formatter('en'),
};

test('one person is named, with what they sent, the most frequent first', () => {
  const reactions = ['🎉', '👏', '👏'].map((emoji) => ({ from: 'a', emoji }));
  expect(reactionNews(reactions, words)).toBe('Ada reacted with 👏 and 🎉');
});

test('several are a number', () => {
  const reactions = [
    { from: 'a', emoji: '👏' },
    { from: 'b', emoji: '👏' },
    { from: 'x', emoji: '👏' },
  ];
  expect(reactionNews(reactions, words)).toBe('3 people reacted with 👏');
});

test('of many kinds only the most frequent are named', () => {
  const reactions = ['1', '2', '3', '4', '5', '5'].map((emoji) => ({ from: 'b', emoji }));
  expect(reactionNews(reactions, words)).toBe('Ben reacted with 5, 1, 2, and 3');
});
