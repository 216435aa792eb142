import { expect, test } from '@jest/globals';
import { type FrameState, firstFrame, step } from './frame-state.ts';

const bare: FrameState = { panel: undefined, dialog: undefined };

test('the panel of last time is open again where there is space, and does not take the focus', () => {
  expect(firstFrame({ remembered: 'people', wide: true }).panel).toEqual({ id: 'people', asked: false });
  expect(firstFrame({ remembered: 'people', wide: false })).toEqual(bare);
  expect(firstFrame({ remembered: '', wide: true })).toEqual(bare);
});

test('a press opens a panel, a press on another one changes over, and a second one closes', () => {
  const chat = step(bare, { type: 'toggle_panel', id: 'chat' });
  expect(chat.panel).toEqual({ id: 'chat', asked: true });
  const people = step(chat, { type: 'toggle_panel', id: 'people' });
  expect(people.panel?.id).toBe('people');
  expect(step(people, { type: 'toggle_panel', id: 'people' })).toEqual(bare);
});

test('a panel that opens from a dialog closes the dialog', () => {
  const more = step(bare, { type: 'open_dialog', dialog: { at: 'more', hidden: ['settings'] } });
  expect(step(more, { type: 'show_panel', id: 'chat', asked: true }).dialog).toBeUndefined();
});

test('closing what is closed changes nothing', () => {
  expect(step(bare, { type: 'hide_panel' })).toBe(bare);
  expect(step(bare, { type: 'close_dialog' })).toBe(bare);
});
