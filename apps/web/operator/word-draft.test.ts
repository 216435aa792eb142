import { limits } from '@earshot/protocol';
import { describe, expect, test } from '@jest/globals';
import { draftOf, follow, isChanged, wordProblem, wordsOf } from './word-draft.ts';

test('one a line, without the spaces around it, empty lines and doubles', () => {
  expect(wordsOf(' spam*\r\n\n  buy   now \nspam*')).toEqual(['spam*', 'buy now']);
});

describe('what cannot be saved', () => {
  test.each([
    ['a'.repeat(limits.operatorWordCodeUnits + 1), 'long'],
    ['sp*m', 'star'],
    ['*spam', 'star'],
    ['**', 'star'],
    ['*', 'empty'],
    ['!!', 'empty'],
  ] as const)('%s', (word, what) => {
    expect(wordProblem(['fine', word])).toEqual({ what, word });
  });

  test('more words than there is room for', () => {
    const words = Array.from({ length: limits.operatorWords + 1 }, (_, index) => `word${index}`);
    expect(wordProblem(words)).toEqual({ what: 'tooMany' });
    expect(wordProblem(words.slice(1))).toBeUndefined();
  });
});

describe('when the server is read again', () => {
  test('a list that nobody writes in follows it', () => {
    expect(follow(draftOf(['a']), ['a', 'b'])).toEqual(draftOf(['a', 'b']));
  });

  test('nobody loses what they are writing', () => {
    const draft = { ...draftOf(['a']), text: 'a\nmine' };
    expect(isChanged(draft)).toBe(true);
    expect(follow(draft, ['a', 'theirs'])).toBe(draft);
  });

  test('an empty line more is nothing to save', () => {
    expect(isChanged({ ...draftOf(['a']), text: 'a\n\n' })).toBe(false);
  });
});
