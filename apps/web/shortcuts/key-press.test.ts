import { describe, expect, test } from '@jest/globals';
import { ariaKeys, isSingleKey, type KeyPress, keyNames, matches } from './key-press.ts';

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...changes };
}

describe('a press is a shortcut', () => {
  test.each([
    ['m', press('m')],
    ['m', press('M', { code: 'KeyM' })],
    ['?', press('?', { shiftKey: true })],
    ['?', press('?')],
    ['mod+k', press('k', { ctrlKey: true })],
    ['mod+k', press('k', { metaKey: true })],
    ['mod+shift+k', press('K', { ctrlKey: true, shiftKey: true })],
    ['alt+m', press('m', { altKey: true })],
    ['escape', press('Escape')],
    ['m', press('ь', { code: 'KeyM' })],
  ])('%s', (keys, event) => expect(matches(keys, event)).toBe(true));

  test.each([
    ['m', press('n')],
    ['m', press('m', { ctrlKey: true })],
    ['m', press('m', { metaKey: true })],
    ['m', press('m', { altKey: true })],
    ['m', press('M', { shiftKey: true })],
    ['mod+k', press('k')],
    ['m', press(';', { code: 'KeyM' })],
  ])('but not %s when something else is pressed', (keys, event) => expect(matches(keys, event)).toBe(false));
});

test('a key is single where no Ctrl, ⌘ or Alt goes with it', () => {
  expect(['m', '?', 'shift+h', 'mod+k', 'alt+m', 'escape'].filter(isSingleKey)).toEqual([
    'm',
    '?',
    'shift+h',
  ]);
});

test('keys are shown as they stand on the keyboard', () => {
  expect(keyNames('mod+shift+k', false)).toEqual(['Ctrl', 'Shift', 'K']);
  expect(keyNames('mod+k', true)).toEqual(['⌘', 'K']);
  expect(keyNames('escape', false)).toEqual(['Escape']);
  expect(ariaKeys('mod+m')).toBe('Control+M');
});
