import { expect, test } from '@jest/globals';
import { watchHeldKey } from './hold-key.ts';

/** As much of a window as a held key meets. */
function keyboard(code = 'Space') {
  const document = Object.assign(new EventTarget(), { hidden: false });
  const page = Object.assign(new EventTarget(), { document }) as unknown as Window & EventTarget;
  const told: string[] = [];
  const stop = watchHeldKey({
    code,
    onHold: () => told.push('hold'),
    onRelease: () => told.push('release'),
    page,
  });
  const key = (type: 'keydown' | 'keyup', more: Record<string, unknown> = {}) => {
    const { target, ...fields } = more;
    const event = Object.assign(new Event(type, { cancelable: true }), { code, key: ' ', ...fields });
    if (target) Object.defineProperty(event, 'target', { value: target });
    page.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { page, document, told, stop, key };
}

/** An element that matches these selectors. */
function element(kind: 'input' | 'button' | 'body', { byKeyboard = false } = {}) {
  return {
    closest: (selector: string) =>
      selector.split(/, ?/).some((part) => part.split(':')[0] === kind) ? {} : null,
    matches: () => byKeyboard,
  };
}

test('a held key is told once when it goes down and once when it comes up', () => {
  const { told, key } = keyboard();
  expect([key('keydown'), key('keydown', { repeat: true }), key('keyup'), key('keyup')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(told).toEqual(['hold', 'release']);
});

test.each<[string, (keys: ReturnType<typeof keyboard>) => void]>([
  ['the window loses its focus', ({ page }) => page.dispatchEvent(new Event('blur'))],
  ['the page is left', ({ page }) => page.dispatchEvent(new Event('pagehide'))],
  [
    'the page is hidden',
    ({ document }) => {
      document.hidden = true;
      document.dispatchEvent(new Event('visibilitychange'));
    },
  ],
  ['⌘ goes down', ({ key }) => void key('keydown', { code: 'MetaLeft', key: 'Meta', metaKey: true })],
  ['nobody listens any more', ({ stop }) => stop()],
])('it counts as released when %s', (_, happen) => {
  const keys = keyboard();
  keys.key('keydown');
  happen(keys);
  keys.key('keyup');
  expect(keys.told).toEqual(['hold', 'release']);
});

test.each<[string, Record<string, unknown>]>([
  ['while somebody writes', { target: element('input') }],
  ['in an editor', { target: { ...element('body'), isContentEditable: true } }],
  ['while a word is being composed', { isComposing: true }],
  ['with Ctrl', { ctrlKey: true }],
  ['on another key', { code: 'KeyV' }],
  ['on a button that was reached by keyboard', { target: element('button', { byKeyboard: true }) }],
])('nothing happens %s', (_, fields) => {
  const { told, key } = keyboard();
  expect([key('keydown', fields), told]).toEqual([false, []]);
});

test('a button that was clicked does not take the key away', () => {
  const { told, key } = keyboard();
  expect([key('keydown', { target: element('button') }), told]).toEqual([true, ['hold']]);
});

test('a modifier can be the key itself', () => {
  const { told, key } = keyboard('ControlRight');
  key('keydown', { key: 'Control', ctrlKey: true });
  expect(told).toEqual(['hold']);
});
