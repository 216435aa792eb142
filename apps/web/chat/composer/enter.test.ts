import { expect, test } from '@jest/globals';
import { sends } from './enter.ts';

const enter = {
  key: 'Enter',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 13,
};

test.each([
  ['Enter sends', {}, false, true],
  ['Shift+Enter makes a line', { shiftKey: true }, false, false],
  ['Alt+Enter makes a line', { altKey: true }, false, false],
  ['Enter on a keyboard on the screen makes a line', {}, true, false],
  ['Ctrl+Enter sends everywhere', { ctrlKey: true }, true, true],
  ['⌘+Enter sends everywhere', { metaKey: true }, true, true],
  ['Enter that ends a composition does not send', { isComposing: true }, false, false],
  ['nor does it where the browser has ended it already', { keyCode: 229 }, false, false],
  ['Ctrl+Enter in a composition does not', { ctrlKey: true, isComposing: true }, false, false],
  ['another key does not', { key: 'a', keyCode: 65 }, false, false],
])('%s', (_name, key, onScreen, expected) => {
  expect(sends({ ...enter, ...key }, onScreen)).toBe(expected);
});
