import { expect, test } from '@jest/globals';
import { plainText } from './plain-text.ts';

test.each([
  ['**bold** and *italic* and ~~gone~~', 'bold and italic and gone'],
  ['snake_case_name stays', 'snake_case_name stays'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['> quoted\n- a\n- b', 'quoted a b'],
  ['```js\nlet a;\n```', 'let a;'],
  ['[the page](https://earshot.example)', 'the page'],
  ['one\n\n\ntwo', 'one two'],
])('%j is said as %j', (text, expected) => {
  expect(plainText(text, 80)).toBe(expected);
});

test('what is long is cut between characters', () => {
  expect(plainText('👩‍👩‍👧'.repeat(5), 3)).toBe(`${'👩‍👩‍👧'.repeat(3)}…`);
});
