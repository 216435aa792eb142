import { expect, test } from '@jest/globals';
import type { KeyPress } from './key-press.ts';
import { ShortcutRegistry } from './shortcut-registry.ts';

const single = { singleKeys: true };

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...changes };
}

function registry() {
  const shortcuts = new ShortcutRegistry();
  const done: string[] = [];
  const add = (keys: string, what: string) =>
    shortcuts.add({ keys, label: 'controls.mute', action: () => done.push(what) });
  return { shortcuts, done, add };
}

test('the newest shortcut of a key is the one that acts, and its undo gives the key back', () => {
  const { shortcuts, done, add } = registry();
  add('m', 'first');
  const undo = add('m', 'second');
  expect(shortcuts.press(press('m'), single)).toBe(true);
  undo();
  shortcuts.press(press('m'), single);
  expect(done).toEqual(['second', 'first']);
  expect(shortcuts.press(press('x'), single)).toBe(false);
});

test('single keys can be off, and those with Ctrl stay', () => {
  const { shortcuts, done, add } = registry();
  add('m', 'mute');
  add('mod+k', 'search');
  expect(shortcuts.press(press('m'), { singleKeys: false })).toBe(false);
  expect(shortcuts.press(press('k', { ctrlKey: true }), { singleKeys: false })).toBe(true);
  expect(done).toEqual(['search']);
});

test('one that is only listed does not take the key', () => {
  const { shortcuts } = registry();
  shortcuts.add({ keys: ' ', label: 'controls.mute' });
  expect(shortcuts.press(press(' '), single)).toBe(false);
  expect(shortcuts.list).toHaveLength(1);
});
